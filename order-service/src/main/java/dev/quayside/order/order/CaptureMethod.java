package dev.quayside.order.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** When the money of an order is taken. */
public enum CaptureMethod {
    /** As soon as the shopper pays. */
    AUTOMATIC("automatic"),
    /** The shopper's payment only authorises it; the shop captures it, such as when the goods leave. */
    MANUAL("manual");

    @EnumeratedValue
    private final String code;

    CaptureMethod(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }
}
