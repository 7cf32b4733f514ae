package dev.quayside.catalog.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.language.Languages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection as staff write it: with a rule, or with its products.
 *
 * @param slug its key, such as {@code summer}
 * @param description for people; left out it is empty
 * @param translations its texts in the shop's other languages, by their tags; what is left out is shown in the next best language
 * @param rule which products it takes by itself
 * @param products the slugs of those that it has by hand, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectionRequest(
        @NotNull
        @Size(max = Formats.SLUG_LENGTH)
        @Pattern(regexp = Formats.SLUG, message = "must be lower-case words joined by single hyphens")
        String slug,

        @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String title,

        @Nullable @Size(max = 2000) @Pattern(regexp = Formats.TEXT, message = "must be text without control characters")
        String description,

        @Nullable @Size(max = 20) @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<@NotNull @Size(max = Languages.LONGEST_TAG) String, @NotNull @Valid CollectionText> translations,

        @Nullable @Valid Rule rule,

        @Nullable @Size(max = Members.MOST_BY_HAND) List<@NotNull @Size(max = Formats.SLUG_LENGTH) String> products) {

    /** The same with its translations in one form. */
    CollectionRequest with(SortedMap<String, CollectionText> texts) {
        return new CollectionRequest(slug, title, description, texts, rule, products);
    }

    String descriptionOrNone() {
        return Objects.requireNonNullElse(description, "");
    }

    List<String> productsOrNone() {
        return Objects.requireNonNullElse(products, List.of());
    }
}
