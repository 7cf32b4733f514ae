/**
 * Writes at Stripe as rows: the idempotency key and the frozen parameters, committed before the first call.
 *
 * <p>One key belongs to one operation and one set of parameters. An operation is unsettled until Stripe's answer, or a reading, tells
 * its outcome; after 23 hours nothing is sent again.
 */
@NullMarked
package dev.quayside.payment.operation;

import org.jspecify.annotations.NullMarked;
