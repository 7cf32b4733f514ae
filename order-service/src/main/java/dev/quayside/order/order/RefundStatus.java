package dev.quayside.order.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How payment-service calls the state of a payment's refunds. */
public enum RefundStatus {
    NONE("none"),
    PENDING("pending"),
    SUCCEEDED("succeeded"),
    FAILED("failed");

    @EnumeratedValue
    private final String code;

    RefundStatus(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }
}
