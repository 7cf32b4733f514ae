/**
 * What the service asks of a payment processor, in its own words.
 *
 * <p>Every call ends in an {@link dev.quayside.payment.gateway.Outcome}: a failure is never thrown, and an answer that was lost is
 * {@code UNKNOWN}, never a failure.
 */
@NullMarked
package dev.quayside.payment.gateway;

import org.jspecify.annotations.NullMarked;
