package dev.quayside.order.refund;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** Why money goes back, in Stripe's words. */
public enum RefundReason {
    REQUESTED_BY_CUSTOMER("requested_by_customer"),
    DUPLICATE("duplicate"),
    FRAUDULENT("fraudulent");

    @EnumeratedValue
    private final String code;

    RefundReason(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** The reason of a code; throws {@link IllegalArgumentException} for any other text. */
    public static RefundReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
