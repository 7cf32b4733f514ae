package dev.quayside.payment.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the inbox as staff see it. Its body is not kept.
 *
 * @param id Stripe's, {@code evt_…}
 * @param objectId what it is about
 * @param paymentIntentId the payment that it leads to, once that is known
 * @param apiVersion the version that its body was written in
 * @param attempts how often it was worked on
 * @param lastFailure why that did not work the last time; left out when it never failed
 */
public record StripeEventView(
        String id,
        String type,
        @Nullable String objectId,
        @Nullable String paymentIntentId,
        @Nullable String apiVersion,
        EventStatus status,
        int attempts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lastFailure,
        Instant receivedAt,
        @Nullable Instant processedAt) {}
