package dev.quayside.catalog.media;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What staff say about an image.
 *
 * @param alt for people who do not see it; left out it is empty
 * @param skus of the product's variants that it shows; left out it shows the product
 */
public record MediaRequest(
        @Nullable
        @Size(max = MediaRequest.ALT_LENGTH)
        @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String alt,

        @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Formats.SKU) String> skus) {
    static final int ALT_LENGTH = 500;

    String altOrNone() {
        return Objects.requireNonNullElse(alt, "");
    }

    List<String> skusOrNone() {
        return skus == null ? List.of() : skus.stream().distinct().toList();
    }
}
