package dev.quayside.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where an order is sent. Each text is one line, without control characters.
 *
 * @param country ISO 3166-1 alpha-2, in capitals
 */
@Embeddable
public record Address(
        @Column(name = "ship_name") @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = NOT_A_LINE)
        String name,

        @Column(name = "ship_line1") @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = NOT_A_LINE)
        String line1,

        @Column(name = "ship_line2") @Size(max = 200) @Pattern(regexp = LINE, message = NOT_A_LINE) @Nullable
        String line2,

        @Column(name = "ship_city") @NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = NOT_A_LINE)
        String city,

        @Column(name = "ship_postal_code") @NotBlank @Size(max = 20) @Pattern(regexp = LINE, message = NOT_A_LINE)
        String postalCode,

        @Column(name = "ship_region") @Size(max = 100) @Pattern(regexp = LINE, message = NOT_A_LINE) @Nullable
        String region,

        @Column(name = "ship_country") @NotNull @Country String country) {
    private static final String LINE = "[^\\p{Cc}\\p{Cs}]*";
    private static final String NOT_A_LINE = "must be one line of text";
}
