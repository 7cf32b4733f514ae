package dev.quayside.payment.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The facts about money that are kept. */
public enum LedgerKind {
    AUTHORISED,
    CAPTURED,
    CANCELED,
    REFUND_REQUESTED,
    REFUNDED,
    /** A refund that never gave money back. */
    REFUND_FAILED,
    /** A refund that had succeeded and failed afterwards: the money is back. */
    REFUND_REVERSED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
