package dev.quayside.payment.gateway;

/** A payment's state at the processor. */
public enum IntentStatus {
    /** It can still be paid or cancelled. */
    OPEN,
    /** The issuer has granted it: it can be captured, once, or cancelled. There is no way back to open. */
    AUTHORIZED,
    /** It was paid; final. */
    SUCCEEDED,
    /** It was cancelled; final. */
    CANCELED;

    /** Whether nothing can change it any more. */
    public boolean isTerminal() {
        return switch (this) {
            case OPEN, AUTHORIZED -> false;
            case SUCCEEDED, CANCELED -> true;
        };
    }

    /** Whether there is something that a shopper can do. */
    public boolean isPayable() {
        return switch (this) {
            case OPEN -> true;
            case AUTHORIZED, SUCCEEDED, CANCELED -> false;
        };
    }
}
