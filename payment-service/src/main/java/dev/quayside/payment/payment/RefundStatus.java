package dev.quayside.payment.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a payment's refunds stand, taken together. */
public enum RefundStatus {
    NONE,
    PENDING,
    SUCCEEDED,
    /** One failed and was not made good: a person is needed. */
    FAILED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
