package dev.quayside.catalog.product;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import java.util.Locale;

/** Whether shoppers see a product: only an active one is on the storefront and can be bought. */
public enum ProductStatus {
    DRAFT,
    ACTIVE,
    ARCHIVED;

    /** What a request may say, as a regular expression. */
    static final String KNOWN = "draft|active|archived";

    /** The status as it is stored and sent. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProductStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @jakarta.persistence.Converter(autoApply = true)
    static class Converter implements AttributeConverter<ProductStatus, String> {
        @Override
        public String convertToDatabaseColumn(ProductStatus status) {
            return status.text();
        }

        @Override
        public ProductStatus convertToEntityAttribute(String text) {
            return of(text);
        }
    }
}
