package dev.quayside.catalog.category;

import dev.quayside.catalog.language.Translations;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.SortedMap;

/** A category's texts in other languages, by their tags. */
record CategoryTexts(SortedMap<String, CategoryText> byTag) {
    /** As the JSON text of its column. */
    @Converter
    static class Json implements AttributeConverter<CategoryTexts, String> {
        @Override
        public String convertToDatabaseColumn(CategoryTexts texts) {
            return Translations.write(texts.byTag);
        }

        @Override
        public CategoryTexts convertToEntityAttribute(String column) {
            return read(column);
        }
    }

    static CategoryTexts read(String column) {
        return new CategoryTexts(Translations.read(column, CategoryText.class));
    }
}
