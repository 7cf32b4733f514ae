/**
 * The adapter to Stripe: the only package that knows stripe-java.
 *
 * <p>It sets the client's time-outs, classifies everything that a call can end in, and checks the signatures of webhooks. It keeps no
 * state.
 */
@NullMarked
package dev.quayside.payment.stripe;

import org.jspecify.annotations.NullMarked;
