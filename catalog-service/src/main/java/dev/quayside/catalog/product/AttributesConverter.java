package dev.quayside.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A product's attributes as the JSON text of their column. */
@Converter
class AttributesConverter implements AttributeConverter<List<Attribute>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Attribute>> ATTRIBUTES = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Attribute> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("attributes can always be written", e);
        }
    }

    @Override
    public List<Attribute> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("attributes are stored as a list of objects", e);
        }
    }
}
