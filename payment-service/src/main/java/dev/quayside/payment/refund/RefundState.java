package dev.quayside.payment.refund;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.quayside.payment.gateway.RefundReading;
import java.util.Locale;

/** How far a refund is. */
public enum RefundState {
    /** Asked for; Stripe has not decided, or its answer is not known. */
    PENDING,
    SUCCEEDED,
    /** It did not give money back, or the money has come back since: a person is needed. */
    FAILED;

    /** Whether a refund in this state can come to be in the next one: so an older reading changes nothing. */
    boolean canBecome(RefundState next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case SUCCEEDED -> next == FAILED;
            case FAILED -> false;
        };
    }

    boolean isSettled() {
        return switch (this) {
            case PENDING -> false;
            case SUCCEEDED, FAILED -> true;
        };
    }

    static RefundState of(RefundReading.State read) {
        return switch (read) {
            case PENDING -> PENDING;
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
        };
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
