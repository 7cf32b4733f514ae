package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The units of one sku.
 *
 * @param onHand units in the warehouse; below 0 so many are owed to orders that are paid
 * @param reserved of these, units held for orders that are not paid yet
 */
public record StockLevel(String sku, long onHand, long reserved) {
    /** Units on hand that can still be sold; below 0 so many have been sold ahead. */
    @JsonProperty
    public long available() {
        return onHand - reserved;
    }
}
