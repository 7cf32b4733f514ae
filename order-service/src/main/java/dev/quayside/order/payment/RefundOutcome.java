package dev.quayside.order.payment;

import org.jspecify.annotations.Nullable;

/** How a refund stands. */
public record RefundOutcome(State state, @Nullable String reason) {
    /** A pending refund is asked about again; a refused one can never succeed. */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
