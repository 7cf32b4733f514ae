/**
 * Units held for orders: held → committed → returned, or held → released. A reservation's id is its order's.
 *
 * <p>Every verb may be repeated and gives the same answer, with the prices of the first hold. A release that comes before its hold
 * leaves a tombstone, so that the late hold is refused. Rows are locked in one order: the reservation, then stock by sku.
 */
@NullMarked
package dev.quayside.catalog.reservation;

import org.jspecify.annotations.NullMarked;
