/**
 * PaymentIntents and their state machine, from creation to success, capture or cancellation.
 * A PaymentIntent has at most one charge that succeeded; a verb in the wrong state answers
 * {@code payment_intent_unexpected_state} with the whole PaymentIntent inside.
 */
@NullMarked
package dev.quayside.stripe.payment;

import org.jspecify.annotations.NullMarked;
