package dev.quayside.payment.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as the processor has it, read at one moment.
 *
 * @param id the processor's id
 * @param intentId the payment that it gives back from
 * @param amount in minor units
 * @param currency ISO 4217, in capitals
 * @param operationId our operation, from its metadata; null for a refund made elsewhere
 * @param failureReason why it failed, if it did
 * @param created when it was made, to the second
 */
public record RefundReading(
        String id,
        @Nullable String intentId,
        State state,
        long amount,
        String currency,
        @Nullable String operationId,
        @Nullable String failureReason,
        Instant created) {
    /** How far the refund is. A failed one stays failed; a succeeded one can still fail, up to 30 days later. */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
