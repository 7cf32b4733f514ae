package dev.quayside.catalog.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Translations;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection as everybody sees it.
 *
 * @param translations its texts in other languages, by their tags; staff sees them
 * @param madeBy hand or rule; one made by hand has an order
 */
public record ListedCollection(
        UUID id,
        String slug,
        String title,
        String description,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        SortedMap<String, CollectionText> translations,

        String madeBy,
        Instant createdAt,
        Instant updatedAt) {
    /** As it is shown in a language. */
    ListedCollection in(Language language) {
        return new ListedCollection(
                id,
                slug,
                Translations.best(translations, language, CollectionText::title, title),
                Translations.best(translations, language, CollectionText::description, description),
                null,
                madeBy,
                createdAt,
                updatedAt);
    }
}
