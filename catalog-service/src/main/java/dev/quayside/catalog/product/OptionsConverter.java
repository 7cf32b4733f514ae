package dev.quayside.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.SortedMap;
import java.util.TreeMap;

/** A variant's options as the JSON text of their column. */
@Converter
class OptionsConverter implements AttributeConverter<SortedMap<String, String>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> OPTIONS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(SortedMap<String, String> options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options can always be written", e);
        }
    }

    @Override
    public SortedMap<String, String> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options are stored as an object of texts", e);
        }
    }
}
