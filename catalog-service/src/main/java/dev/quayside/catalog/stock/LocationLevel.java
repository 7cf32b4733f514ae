package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The units of one sku at one location.
 *
 * @param location its code
 * @param onHand units that are there; at main below 0 what is owed
 * @param reserved of these, units held for orders that are not paid yet
 */
public record LocationLevel(String location, long onHand, long reserved) {
    /** Units that can still be sold from there. */
    @JsonProperty
    public long available() {
        return onHand - reserved;
    }
}
