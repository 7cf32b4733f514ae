package dev.quayside.order.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** Where an order stands. */
public enum OrderStatus {
    /** Written down; its stock is not held for certain. */
    PLACING("placing"),
    /** Its stock is held and it can be paid until it expires. */
    AWAITING_PAYMENT("awaiting_payment"),
    /** Paid, or authorised, in full. */
    CONFIRMED("confirmed"),
    /** Everything that was bought has been delivered. */
    COMPLETED("completed"),
    /** Came to nothing before it could be paid: stock or prices had changed. */
    ABANDONED("abandoned"),
    /** To be cancelled; its payment or its stock is not settled yet. */
    CANCELLING("cancelling"),
    /** Cancelled: no stock, no money. */
    CANCELLED("cancelled");

    @EnumeratedValue
    private final String code;

    OrderStatus(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Whether an order may go from this state to the next. An order that has expired but was paid goes back to confirmed. */
    public boolean canBecome(OrderStatus next) {
        return switch (this) {
            case PLACING -> next == AWAITING_PAYMENT || next == ABANDONED || next == CANCELLING;
            case AWAITING_PAYMENT -> next == CONFIRMED || next == CANCELLING;
            case CONFIRMED -> next == COMPLETED || next == CANCELLING;
            case CANCELLING -> next == CANCELLED || next == CONFIRMED;
            case COMPLETED, ABANDONED, CANCELLED -> false;
        };
    }

    /** Whether an order in this state is to have no money and no stock in the end. */
    public boolean givesBack() {
        return switch (this) {
            case PLACING, AWAITING_PAYMENT, CONFIRMED, COMPLETED -> false;
            case ABANDONED, CANCELLING, CANCELLED -> true;
        };
    }

    /** Whether the shop is to deliver, or has delivered, an order in this state. */
    public boolean goesAhead() {
        return switch (this) {
            case CONFIRMED, COMPLETED -> true;
            case PLACING, AWAITING_PAYMENT, ABANDONED, CANCELLING, CANCELLED -> false;
        };
    }

    public boolean isTerminal() {
        return switch (this) {
            case PLACING, AWAITING_PAYMENT, CONFIRMED, CANCELLING -> false;
            case COMPLETED, ABANDONED, CANCELLED -> true;
        };
    }
}
