/**
 * Idempotency keys as Stripe's v1 API keeps them: the first answer is replayed for 24 hours of the stand-in's clock.
 * The stored answer is committed in the same act as the effect that it reports.
 */
@NullMarked
package dev.quayside.stripe.idempotency;

import org.jspecify.annotations.NullMarked;
