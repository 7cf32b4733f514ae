package dev.quayside.catalog.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A rule as the JSON text of its column. */
@Converter
class RuleConverter implements AttributeConverter<@Nullable Rule, @Nullable String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Rule rule) {
        try {
            return rule == null ? null : JSON.writeValueAsString(rule);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule can always be written", e);
        }
    }

    @Override
    public @Nullable Rule convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, Rule.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule is stored as it was checked", e);
        }
    }
}
