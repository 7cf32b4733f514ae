package dev.quayside.catalog.collection;

import dev.quayside.catalog.language.Translations;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.SortedMap;

/** A collection's texts in other languages, by their tags. */
record CollectionTexts(SortedMap<String, CollectionText> byTag) {
    static final CollectionTexts NONE = new CollectionTexts(Collections.emptySortedMap());

    /** As the JSON text of its column. */
    @Converter
    static class Json implements AttributeConverter<CollectionTexts, String> {
        @Override
        public String convertToDatabaseColumn(CollectionTexts texts) {
            return Translations.write(texts.byTag);
        }

        @Override
        public CollectionTexts convertToEntityAttribute(String column) {
            return read(column);
        }
    }

    static CollectionTexts read(String column) {
        return new CollectionTexts(Translations.read(column, CollectionText.class));
    }
}
