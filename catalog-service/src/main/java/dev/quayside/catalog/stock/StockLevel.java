package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The units of one sku.
 *
 * @param onHand units in the warehouse
 * @param reserved of these, units held for orders that are not paid yet
 */
public record StockLevel(String sku, long onHand, long reserved) {
    /** Units that can still be sold. */
    @JsonProperty
    public long available() {
        return onHand - reserved;
    }
}
