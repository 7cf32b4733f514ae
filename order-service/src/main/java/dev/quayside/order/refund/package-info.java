/**
 * The refunds of orders: the one that a cancelled order owes, and those that staff asks for. The row is written before any money moves.
 *
 * <p>The row's id is the refund's id at payment-service, at Stripe and, as a return, in the catalogue, so that paying or restocking it
 * twice is not possible. A refund that has failed counts for nothing: its amount and its units can be refunded again.
 */
@NullMarked
package dev.quayside.order.refund;

import org.jspecify.annotations.NullMarked;
