/**
 * Checkout: from a cart to an order whose stock is held and whose payment is open.
 *
 * <p>Every call to another service stands between two transactions, and a process that dies between any two of them has left a step
 * that goes on. Whoever asks again, with the same key or another, gets the one order that the cart has.
 */
@NullMarked
package dev.quayside.order.checkout;

import org.jspecify.annotations.NullMarked;
