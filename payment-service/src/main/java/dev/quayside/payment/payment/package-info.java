/**
 * The payment of an order: its amounts, its state, its version and its ledger.
 *
 * <p>All changes go through {@link dev.quayside.payment.payment.Payments}, under the row's lock; a change adds one to the version and
 * schedules its publication in the same transaction. Captured and canceled at Stripe are final; refunded never exceeds captured.
 */
@NullMarked
package dev.quayside.payment.payment;

import org.jspecify.annotations.NullMarked;
