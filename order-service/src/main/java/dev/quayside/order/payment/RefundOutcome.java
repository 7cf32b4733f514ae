package dev.quayside.order.payment;

import org.jspecify.annotations.Nullable;

/**
 * How a refund stands.
 *
 * @param reason why it failed or was refused
 */
public record RefundOutcome(State state, @Nullable String reason) {
    /** A pending refund is asked about again; of the last two neither gives money back. */
    public enum State {
        PENDING,
        SUCCEEDED,
        /** It was accepted, and Stripe did not do it. */
        FAILED,
        /** It was not accepted, for a limit: nothing is known of it there. */
        REFUSED
    }
}
