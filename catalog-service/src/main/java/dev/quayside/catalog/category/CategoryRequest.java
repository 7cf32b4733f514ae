package dev.quayside.catalog.category;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A category as staff write it.
 *
 * @param slug its key for good, such as {@code blue-mugs}
 * @param description for people; left out it is empty
 * @param parent the slug of the category that it stands below; left out it stands at the top
 * @param position sorts it among its siblings, the lowest first; left out it comes last
 */
public record CategoryRequest(
        @NotNull
        @Size(max = Formats.SLUG_LENGTH)
        @Pattern(regexp = Formats.SLUG, message = "must be lower-case words joined by single hyphens")
        String slug,

        @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String name,

        @Nullable @Size(max = 2000) @Pattern(regexp = Formats.TEXT, message = "must be text without control characters")
        String description,

        @Nullable @Size(max = Formats.SLUG_LENGTH) String parent,
        @Nullable @Min(0) @Max(CategoryTree.LAST_POSITION) Integer position) {

    CategoryRequest withoutPosition() {
        return new CategoryRequest(slug, name, description, parent, null);
    }

    String descriptionOrNone() {
        return Objects.requireNonNullElse(description, "");
    }
}
