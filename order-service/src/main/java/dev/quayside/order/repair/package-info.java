/**
 * Repairs that reconciliation asks for: an order does again what it owes to the stock.
 *
 * <p>What is owed follows from the order's state when the step runs, not from the request. Every verb of the catalogue can be repeated,
 * so a repair that was not needed changes nothing.
 */
@NullMarked
package dev.quayside.order.repair;

import org.jspecify.annotations.NullMarked;
