package dev.quayside.order.refund;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How far one refund is. */
public enum RefundState {
    /** Its amount is reserved; whether the money goes back is not known yet. */
    PENDING("pending"),
    SUCCEEDED("succeeded"),
    /** It gave no money back, or the money has come back since. */
    FAILED("failed");

    @EnumeratedValue
    private final String code;

    RefundState(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Whether its amount and its units are, or may yet be, given back. */
    public boolean counts() {
        return switch (this) {
            case PENDING, SUCCEEDED -> true;
            case FAILED -> false;
        };
    }
}
