package dev.quayside.order.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** Why an order is cancelled. */
public enum CancelReason {
    CUSTOMER("customer"),
    STAFF("staff"),
    EXPIRED("expired"),
    /** Stripe, or somebody in its Dashboard, has cancelled the PaymentIntent. */
    PAYMENT_CANCELED("payment_canceled"),
    /** The issuer's grant had ended before the shop captured it. */
    AUTHORIZATION_EXPIRED("authorization_expired");

    @EnumeratedValue
    private final String code;

    CancelReason(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Whether a person has decided it: then a payment that succeeds meanwhile is refunded, else the order is simply paid. */
    boolean byPerson() {
        return switch (this) {
            case CUSTOMER, STAFF -> true;
            case EXPIRED, PAYMENT_CANCELED, AUTHORIZATION_EXPIRED -> false;
        };
    }
}
