package dev.quayside.order.refund;

import jakarta.persistence.EnumeratedValue;

/** Why there is a refund at all. */
public enum RefundKind {
    /** The order is over: it owes what was paid, once. */
    CANCELLATION("cancellation"),
    /** Staff or a script asked for it. */
    REQUESTED("requested");

    @EnumeratedValue
    private final String code;

    RefundKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
