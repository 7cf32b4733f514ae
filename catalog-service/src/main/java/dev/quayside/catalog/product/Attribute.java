package dev.quayside.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something to know about a product, such as {@code capacity 350 ml}. A name may have several values.
 *
 * @param unit what the value is counted in, if it is counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attribute(
        @NotBlank @Size(max = 50) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String name,

        @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String value,

        @Nullable
        @Size(min = 1, max = 20)
        @Pattern(regexp = Formats.WORDS, message = "must be one line of text that neither starts nor ends with a space")
        String unit) {}
