package dev.quayside.catalog.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.language.Translations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A category as staff write it.
 *
 * @param slug its key for good, such as {@code blue-mugs}
 * @param description for people; left out it is empty
 * @param translations its texts in the shop's other languages, by their tags; what is left out is shown in the next best language
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

        @Nullable @Size(max = 20) @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<@NotNull @Size(max = Languages.LONGEST_TAG) String, @NotNull @Valid CategoryText> translations,

        @Nullable @Size(max = Formats.SLUG_LENGTH) String parent,
        @Nullable @Min(0) @Max(CategoryTree.LAST_POSITION) Integer position) {

    CategoryRequest withoutPosition() {
        return new CategoryRequest(slug, name, description, translations, parent, null);
    }

    CategoryTexts texts() {
        return new CategoryTexts(Translations.of(translations));
    }

    String descriptionOrNone() {
        return Objects.requireNonNullElse(description, "");
    }
}
