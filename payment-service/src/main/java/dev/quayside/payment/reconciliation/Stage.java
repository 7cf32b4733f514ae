package dev.quayside.payment.reconciliation;

/** What a run does, one after the other. Stripe and the other services are read first: our own rows can only be ahead of them. */
enum Stage {
    ORDERS,
    STOCK,
    INTENTS,
    REFUNDS,
    DISPUTES,
    /** Of our ledger, what Stripe's lists have not shown. */
    LEDGER,
    COMPARE,
    /** What did not agree is read anew, and reported if it still does not. */
    LOOK_AGAIN,
    /** The numbers of stock beside each other. */
    SHELF,
    /** What earlier runs have found, and may be gone by now. */
    EARLIER,
    /** What was put down is deleted; then the run is finished. */
    TIDY;

    boolean isLast() {
        return this == TIDY;
    }

    /** Whether a page does not depend on what the page before it puts down. */
    boolean canBeReadAhead() {
        return switch (this) {
            case ORDERS, STOCK, INTENTS, REFUNDS, DISPUTES, LEDGER, COMPARE -> true;
            case LOOK_AGAIN, SHELF, EARLIER, TIDY -> false;
        };
    }

    Stage next() {
        return switch (this) {
            case ORDERS -> STOCK;
            case STOCK -> INTENTS;
            case INTENTS -> REFUNDS;
            case REFUNDS -> DISPUTES;
            case DISPUTES -> LEDGER;
            case LEDGER -> COMPARE;
            case COMPARE -> LOOK_AGAIN;
            case LOOK_AGAIN -> SHELF;
            case SHELF -> EARLIER;
            case EARLIER, TIDY -> TIDY;
        };
    }
}
