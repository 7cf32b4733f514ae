/**
 * Carts, checkout and orders: what a shopper buys, at which price, and what became of it.
 *
 * <p>An order exists before its money moves, holds its stock until it is paid or cancelled, and every call to another service is made
 * outside a database transaction.
 */
@NullMarked
package dev.quayside.order;

import org.jspecify.annotations.NullMarked;
