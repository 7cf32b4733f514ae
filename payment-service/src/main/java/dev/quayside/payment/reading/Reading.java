package dev.quayside.payment.reading;

import dev.quayside.payment.gateway.Intent;
import org.jspecify.annotations.Nullable;

/** What came of a reading, and the PaymentIntent when it was applied. */
public record Reading(Result result, @Nullable Intent intent) {
    /** How it ended. */
    public enum Result {
        /** Read and written. */
        APPLIED,
        /** Another reading is under way, or has taken over: ask again soon. */
        BUSY,
        /** Stripe did not answer, or does not know it. */
        UNREADABLE,
        /** The payment has no PaymentIntent yet. */
        NOT_OPENED
    }

    static Reading without(Result result) {
        return new Reading(result, null);
    }
}
