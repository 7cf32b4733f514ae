package dev.quayside.order.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import org.jspecify.annotations.Nullable;

/** How the disputes of an order's payment stand, taken together: lost before open, open before won. */
public enum DisputeStatus {
    NONE("none"),
    /** A cardholder, or an inquiry, asks for the money back and it is not decided. */
    OPEN("open"),
    WON("won"),
    LOST("lost");

    @EnumeratedValue
    private final String code;

    DisputeStatus(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Whether a refund could give the money back twice. */
    public boolean forbidsRefunds() {
        return switch (this) {
            case NONE, WON -> false;
            case OPEN, LOST -> true;
        };
    }

    /** What a payment is told to be in; one that does not say has none. */
    public static DisputeStatus orNone(@Nullable DisputeStatus told) {
        return told == null ? NONE : told;
    }
}
