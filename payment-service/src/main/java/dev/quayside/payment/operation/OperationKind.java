package dev.quayside.payment.operation;

import java.util.Locale;

/** The writes that this service makes at Stripe. */
public enum OperationKind {
    OPEN,
    CANCEL,
    REFUND,
    /** Cancels a PaymentIntent that a lost answer left behind. */
    CANCEL_ORPHAN;

    String inKey() {
        return name().toLowerCase(Locale.ROOT);
    }
}
