/**
 * How many units of each sku there are at each location, how many of them are promised, and every movement that led there.
 *
 * <p>Invariant: 0 ≤ reserved ≤ on hand, or as far beyond as a sku's policy allowed when it was sold ahead of its stock, which is at main;
 * the locations sum to the whole, and the movements at a location to what is on hand there. Every change goes through {@link dev.quayside.catalog.stock.StockLedger}, which locks rows in sku
 * order, a sku's own before those at its locations.
 */
@NullMarked
package dev.quayside.catalog.stock;

import org.jspecify.annotations.NullMarked;
