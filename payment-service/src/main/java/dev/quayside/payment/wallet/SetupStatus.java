package dev.quayside.payment.wallet;

/** How far the saving of a card is. */
enum SetupStatus {
    /** Stripe has not confirmed yet that it was begun. */
    PENDING,
    /** The customer can finish it. */
    OPEN,
    SUCCEEDED,
    CANCELED,
    /** Stripe refused to begin it. */
    REFUSED,
    /** Nobody finished it in a day; it is not looked at any more. An event may still tell that it succeeded. */
    GIVEN_UP;

    boolean canBecome(SetupStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case OPEN -> next == SUCCEEDED || next == CANCELED || next == GIVEN_UP;
            case GIVEN_UP -> next == SUCCEEDED || next == CANCELED;
            case SUCCEEDED, CANCELED, REFUSED -> false;
        };
    }
}
