package dev.quayside.catalog.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Translations;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category as everybody sees it.
 *
 * @param translations its texts in other languages, by their tags; staff sees them
 * @param parent the slug of the one above it; left out at the top
 * @param position sorts it among its siblings
 * @param depth 1 at the top
 * @param productCount public products in it and below it; it follows changes within seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryView(
        UUID id,
        String slug,
        String name,
        String description,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        SortedMap<String, CategoryText> translations,

        @Nullable String parent,
        int position,
        int depth,
        long productCount,
        Instant createdAt,
        Instant updatedAt) {
    /** As it is shown in a language. */
    CategoryView in(Language language) {
        return new CategoryView(
                id,
                slug,
                Translations.best(translations, language, CategoryText::name, name),
                Translations.best(translations, language, CategoryText::description, description),
                null,
                parent,
                position,
                depth,
                productCount,
                createdAt,
                updatedAt);
    }
}
