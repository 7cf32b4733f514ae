package dev.quayside.order.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How payment-service calls the state of an order's payment. */
public enum PaymentState {
    /** It is not known yet whether Stripe has made the PaymentIntent. */
    PENDING("pending"),
    OPEN("open"),
    /** The issuer keeps the money ready; it has not moved. */
    AUTHORIZED("authorized"),
    CAPTURED("captured"),
    CANCELED("canceled");

    @EnumeratedValue
    private final String code;

    PaymentState(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }
}
