package dev.quayside.payment.webhook;

/** What came of an event. */
enum EventResult {
    /** The payment, or the cards, that it is about were read. */
    APPLIED,
    /** It is about nothing that is kept here. */
    IGNORED,
    /** It is about a payment, a setup or a card that was not made here. */
    FOREIGN_OBJECT;

    EventStatus status() {
        return switch (this) {
            case APPLIED -> EventStatus.APPLIED;
            case IGNORED -> EventStatus.IGNORED;
            case FOREIGN_OBJECT -> EventStatus.FOREIGN_OBJECT;
        };
    }
}
