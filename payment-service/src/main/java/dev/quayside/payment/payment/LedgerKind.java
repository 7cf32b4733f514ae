package dev.quayside.payment.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The facts about money that are kept. */
public enum LedgerKind {
    AUTHORISED,
    CAPTURED,
    /** What was granted and never captured: the rest of a part, or all when it was cancelled or has expired. */
    RELEASED,
    CANCELED,
    REFUND_REQUESTED,
    REFUNDED,
    /** A refund that never gave money back. */
    REFUND_FAILED,
    /** A refund that had succeeded and failed afterwards: the money is back. */
    REFUND_REVERSED,
    /** A cardholder disputes the payment, or only asks about it. */
    DISPUTE_OPENED,
    DISPUTE_WON,
    DISPUTE_LOST,
    /** A dispute took money from the balance, in the balance's currency. */
    FUNDS_WITHDRAWN,
    /** A dispute brought money back. */
    FUNDS_REINSTATED,
    /** What Stripe kept for its service, in the balance's currency. */
    FEE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
