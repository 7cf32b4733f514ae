/**
 * Disputes: what cardholders' banks dispute of a payment, until when to answer, how it ended and what it moved.
 *
 * <p>Rows are only written from a reading of Stripe under the payment's lease, so an older state never overwrites a newer one, and what
 * a reading says for the ledger does not depend on which readings came before it.
 */
@NullMarked
package dev.quayside.payment.dispute;

import org.jspecify.annotations.NullMarked;
