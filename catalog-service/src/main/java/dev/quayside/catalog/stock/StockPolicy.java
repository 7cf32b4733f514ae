package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sku is sold ahead of its stock, and from when on it is low.
 *
 * @param limit units that may be promised beyond what is on hand
 * @param availableAt when a pre-order's units are to be there, and it becomes a backorder; null for the others
 * @param lowStock from so many units to sell down it is low; null for as many as the shop says
 */
public record StockPolicy(
        Kind kind,
        long limit,
        @Nullable Instant availableAt,
        @Nullable Long lowStock) {
    /** What a sku has that nobody said anything about: what is not there is not sold. */
    public static final StockPolicy USUAL = new StockPolicy(Kind.DENY, 0, null, null);

    /** What is done when there is nothing on hand. */
    public enum Kind {
        DENY,
        BACKORDER,
        PREORDER;

        /** What a request may say, as a regular expression. */
        public static final String KNOWN = "deny|backorder|preorder";

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
