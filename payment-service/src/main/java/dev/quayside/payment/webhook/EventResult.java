package dev.quayside.payment.webhook;

/** What came of an event. */
enum EventResult {
    /** The payment that it is about was read. */
    APPLIED,
    /** It is not about a payment. */
    IGNORED,
    /** It is about a payment that was not made here. */
    FOREIGN_OBJECT
}
