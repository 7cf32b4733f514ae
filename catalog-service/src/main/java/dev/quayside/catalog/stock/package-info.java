/**
 * How many units of each sku there are, how many of them are promised, and every movement that led there.
 *
 * <p>Invariant: 0 ≤ reserved ≤ on hand, and the movements of a sku sum to what is on hand. Every change goes through
 * {@link dev.quayside.catalog.stock.StockLedger}, which locks rows in sku order.
 */
@NullMarked
package dev.quayside.catalog.stock;

import org.jspecify.annotations.NullMarked;
