package dev.quayside.payment.operation;

/** What is known of an operation. */
public enum OperationState {
    /** Not sent yet, or its outcome is not known. */
    UNSETTLED,
    /** Done at Stripe. */
    SUCCEEDED,
    /** Refused by Stripe, or proven never to have been done. */
    REJECTED,
    /** Another operation took its place, because Stripe stored an error for its key. */
    SUPERSEDED;

    public boolean isSettled() {
        return switch (this) {
            case UNSETTLED -> false;
            case SUCCEEDED, REJECTED, SUPERSEDED -> true;
        };
    }
}
