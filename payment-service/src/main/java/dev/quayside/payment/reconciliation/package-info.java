/**
 * Reconciliation: a run compares orders, payments, Stripe and stock over a window of time, in both directions.
 *
 * <p>A run is a row with a stage and a place. A durable step takes it on page by page: what was read and the next place are committed
 * together, so that a run that was killed goes on where it was. Nothing is mended here; what is found can be repaired.
 */
@NullMarked
package dev.quayside.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
