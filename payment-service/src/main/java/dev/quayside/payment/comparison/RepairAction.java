package dev.quayside.payment.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can mend a mismatch. Each takes a road that orders and payments take anyway; none writes a state by hand. */
public enum RepairAction {
    READ_PAYMENT("Reads the payment, its refunds and its disputes from Stripe again and applies them."),
    PUBLISH_PAYMENT("Publishes the payment's state to its subscribers again, as a new version."),
    SETTLE_INTENT(
            "Cancels the PaymentIntent, which holds no money; or, where the order has none, makes it the order's."),
    CANCEL_PAYMENT("Cancels the payment, which has taken no money; what was authorised is released."),
    REPEAT_STOCK_STEP("Has order-service take, release or return the order's stock, whichever it owes."),
    RELEASE_RESERVATION("Has order-service let go of stock that is held for no order.");

    private final String description;

    RepairAction(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
