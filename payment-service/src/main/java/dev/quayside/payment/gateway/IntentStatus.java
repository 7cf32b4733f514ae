package dev.quayside.payment.gateway;

/** A payment's state at the processor. */
public enum IntentStatus {
    /** It can still be paid or cancelled. */
    OPEN,
    /** It was paid; final. */
    SUCCEEDED,
    /** It was cancelled; final. */
    CANCELED;

    /** Whether nothing can change it any more. */
    public boolean isTerminal() {
        return switch (this) {
            case OPEN -> false;
            case SUCCEEDED, CANCELED -> true;
        };
    }
}
