package dev.quayside.order.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;

/** A variant's options, such as {@code {"size": "M"}}, kept in a column as JSON text. */
@Converter
public class OptionsColumn implements AttributeConverter<Map<String, String>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> OPTIONS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, String> options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts can always be written", e);
        }
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the options of a line are not JSON", e);
        }
    }
}
