/**
 * The refunds that orders owe: one row per order and kind, written before any money moves.
 *
 * <p>The row's id is the refund's id at payment-service and at Stripe, so paying it twice is not possible.
 */
@NullMarked
package dev.quayside.order.refund;

import org.jspecify.annotations.NullMarked;
