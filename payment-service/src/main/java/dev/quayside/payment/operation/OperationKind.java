package dev.quayside.payment.operation;

import java.util.Locale;

/** The writes that this service makes at Stripe. */
public enum OperationKind {
    OPEN,
    CAPTURE,
    CANCEL,
    REFUND,
    /** Cancels a PaymentIntent that a lost answer left behind. */
    CANCEL_ORPHAN,
    CREATE_CUSTOMER,
    /** Makes a SetupIntent. */
    CREATE_SETUP,
    /** Takes a saved card from its customer. */
    DETACH_CARD;

    String inKey() {
        return name().toLowerCase(Locale.ROOT);
    }
}
