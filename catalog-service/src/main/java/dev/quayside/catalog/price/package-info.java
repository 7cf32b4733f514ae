/**
 * What a price is, and what was asked before.
 *
 * <p>The price that the public is asked at a moment is decided by the SQL function {@code effective_price} alone. Each change of it is
 * kept in {@code price_history}, in the transaction that shows the new one.
 */
@NullMarked
package dev.quayside.catalog.price;

import org.jspecify.annotations.NullMarked;
