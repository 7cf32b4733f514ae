package dev.quayside.payment.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a payment's disputes stand, taken together; the later ones here outweigh the earlier. */
public enum DisputeStatus {
    NONE,
    /** All were decided for the merchant, or came to nothing. */
    WON,
    /** One is not decided; an inquiry counts too. */
    OPEN,
    /** One was decided for the cardholder. */
    LOST;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
