package dev.quayside.payment.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A payment's state. */
public enum PaymentStatus {
    /** Stripe has not confirmed yet that it can be paid. */
    PENDING,
    /** It can be paid. */
    OPEN,
    /** The shopper has paid, and the issuer keeps the money until it is captured, or the grant ends. */
    AUTHORIZED,
    /** It was paid. */
    CAPTURED,
    /** It cannot be paid, now or ever. */
    CANCELED;

    /** Whether a payment in this state can come to be in the next one. */
    public boolean canBecome(PaymentStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case OPEN -> next == AUTHORIZED || next == CAPTURED || next == CANCELED;
            case AUTHORIZED -> next == CAPTURED || next == CANCELED;
            // Closed here before Stripe had confirmed it: what Stripe says of money is the truth.
            case CANCELED -> next == CAPTURED;
            case CAPTURED -> false;
        };
    }

    public boolean isTerminal() {
        return switch (this) {
            case PENDING, OPEN, AUTHORIZED -> false;
            case CAPTURED, CANCELED -> true;
        };
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
