package dev.quayside.payment.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an event is, as staff see it. */
public enum EventStatus {
    /** Stored, and not worked on yet. */
    WAITING,
    /** Working on it has failed at least once; it is tried again. */
    FAILED,
    /** The payment, or the cards, that it is about were read. */
    APPLIED,
    /** It is about nothing that is kept here. */
    IGNORED,
    /** It is about a payment, a setup or a card that was not made here. */
    FOREIGN_OBJECT;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The condition of the rows in this state. */
    String condition() {
        return switch (this) {
            case WAITING -> "(processedAt is null and lastFailure is null)";
            case FAILED -> "(processedAt is null and lastFailure is not null)";
            case APPLIED, IGNORED, FOREIGN_OBJECT -> "result = '" + name() + "'";
        };
    }
}
