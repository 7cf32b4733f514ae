package dev.quayside.gateway.address;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An address as a customer gives it: the fields and the rules of a checkout's shipping address.
 *
 * @param country ISO 3166-1 alpha-2, in capitals
 * @param asDefault whether it becomes the default in place of another; null is no
 */
record AddressRequest(
        @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = NOT_A_LINE)
        String name,

        @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = NOT_A_LINE)
        String line1,

        @Size(max = 200) @Pattern(regexp = LINE, message = NOT_A_LINE) @Nullable
        String line2,

        @NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = NOT_A_LINE)
        String city,

        @NotBlank @Size(max = 20) @Pattern(regexp = LINE, message = NOT_A_LINE)
        String postalCode,

        @Size(max = 100) @Pattern(regexp = LINE, message = NOT_A_LINE) @Nullable
        String region,

        @NotNull @Country String country,

        @JsonProperty("default") @Nullable Boolean asDefault) {
    private static final String LINE = "[^\\p{Cc}\\p{Cs}]*";
    private static final String NOT_A_LINE = "must be one line of text";

    boolean isDefault() {
        return Boolean.TRUE.equals(asDefault);
    }

    @Override
    public String toString() {
        return "AddressRequest[]";
    }
}
