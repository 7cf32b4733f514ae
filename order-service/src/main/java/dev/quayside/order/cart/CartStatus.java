package dev.quayside.order.cart;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** Whether a cart can be written to, is being bought, or was bought. */
public enum CartStatus {
    OPEN("open"),
    LOCKED("locked"),
    CLOSED("closed");

    @EnumeratedValue
    private final String code;

    CartStatus(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    boolean canBecome(CartStatus next) {
        return switch (this) {
            case OPEN -> next == LOCKED;
            case LOCKED -> next == OPEN || next == CLOSED;
            case CLOSED -> false;
        };
    }
}
