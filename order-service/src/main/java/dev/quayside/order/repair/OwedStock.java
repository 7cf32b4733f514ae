package dev.quayside.order.repair;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.quayside.order.order.OrderStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an order owes to the stock. */
enum OwedStock {
    /** To take what it holds, and to bring back what refunds have brought back. */
    TAKE,
    /** To have nothing: what is held is let go, what was taken is brought back. */
    GIVE_BACK,
    /** To let go what is held for an order that does not exist. */
    RELEASE,
    /** Nothing yet: its own steps go on with it. */
    NOTHING;

    /** By the order's state; null is that of an order that does not exist. */
    static OwedStock of(@Nullable OrderStatus status) {
        if (status == null) {
            return RELEASE;
        }
        return switch (status) {
            case CONFIRMED, COMPLETED -> TAKE;
            case ABANDONED, CANCELLED -> GIVE_BACK;
            case PLACING, AWAITING_PAYMENT, CANCELLING -> NOTHING;
        };
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
