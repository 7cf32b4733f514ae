package dev.quayside.payment.reconciliation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who has started a run. */
public enum Trigger {
    MANUAL,
    SCHEDULE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
