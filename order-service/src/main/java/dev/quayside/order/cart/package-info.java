/**
 * Carts: what somebody may buy, re-priced whenever it is looked at.
 *
 * <p>A guest cart's id is its secret; a customer's cart is that customer's alone, and a 404 for everybody else. Writes to a cart wait
 * for one another on its row. A cart is open, locked by one live order, or closed by one that was paid.
 */
@NullMarked
package dev.quayside.order.cart;

import org.jspecify.annotations.NullMarked;
