package dev.quayside.catalog.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By how many units the two numbers of a sku at a location change.
 *
 * @param countedAt the moment that a count tells of; null if it is that of the change, or no count
 */
record StockChange(
        String sku,
        String location,
        long onHand,
        long reserved,
        @Nullable Instant countedAt) {

    StockChange(String sku, String location, long onHand, long reserved) {
        this(sku, location, onHand, reserved, null);
    }

    StockChange of(@Nullable Instant moment) {
        return new StockChange(sku, location, onHand, reserved, moment);
    }
}
