/**
 * Refunds: never more than what was captured and not yet refunded, whoever asks and however often.
 */
@NullMarked
package dev.quayside.stripe.refund;

import org.jspecify.annotations.NullMarked;
