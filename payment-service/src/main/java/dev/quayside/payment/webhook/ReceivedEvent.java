package dev.quayside.payment.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What is taken from an event's body. The object's state is not: it may be older than what is known, or of another API version.
 *
 * @param id Stripe's id, the same in each delivery
 * @param type such as {@code payment_intent.succeeded}
 * @param objectId the object that it is about, if it has an id
 * @param intentId the PaymentIntent that it is about, if there is one
 * @param apiVersion the version that the body is written in
 */
record ReceivedEvent(
        String id,
        String type,
        @Nullable String objectId,
        @Nullable String intentId,
        @Nullable String apiVersion) {}
