package dev.quayside.payment.gateway;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When the money of a payment is taken. */
public enum CaptureMethod {
    /** As soon as the shopper has paid. */
    AUTOMATIC,
    /** The issuer grants it when the shopper pays; it is taken when the shop asks for it, all or a part. */
    MANUAL;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
