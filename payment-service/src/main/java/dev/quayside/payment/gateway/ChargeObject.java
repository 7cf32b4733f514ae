package dev.quayside.payment.gateway;

/** The kinds of objects at the processor that belong to a payment's charge. */
public enum ChargeObject {
    CHARGE,
    REFUND,
    DISPUTE
}
