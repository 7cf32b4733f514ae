package dev.quayside.payment.backfill;

/** The lists that are gone through. */
enum ListName {
    EVENTS,
    REFUNDS,
    DISPUTES,
    INTENTS
}
