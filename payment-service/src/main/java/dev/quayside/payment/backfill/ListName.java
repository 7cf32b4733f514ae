package dev.quayside.payment.backfill;

/** The lists that are gone through. */
enum ListName {
    EVENTS,
    CARD_EVENTS,
    REFUNDS,
    DISPUTES,
    INTENTS
}
