package dev.quayside.catalog.reservation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a reservation stands. */
public enum ReservationStatus {
    /** Its units are promised. */
    HELD,
    /** Its units have gone out. */
    COMMITTED,
    /** Its units were never taken: the end. */
    RELEASED,
    /** Its units had gone out and are back: the end. */
    RETURNED;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReservationStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
