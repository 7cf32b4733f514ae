package dev.quayside.payment.webhook;

/** What came of an event. */
enum EventResult {
    /** The payment that it is about was read. */
    APPLIED,
    /** It is not about a payment. */
    IGNORED,
    /** It is about a payment that was not made here. */
    FOREIGN_OBJECT;

    EventStatus status() {
        return switch (this) {
            case APPLIED -> EventStatus.APPLIED;
            case IGNORED -> EventStatus.IGNORED;
            case FOREIGN_OBJECT -> EventStatus.FOREIGN_OBJECT;
        };
    }
}
