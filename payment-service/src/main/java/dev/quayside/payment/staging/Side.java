package dev.quayside.payment.staging;

/** What a row is of. */
public enum Side {
    ORDER,
    STOCK,
    INTENT,
    REFUND,
    DISPUTE,
    /** An order that did not agree, or that only a second look can judge. */
    SUSPECT
}
