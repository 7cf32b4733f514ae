package dev.quayside.payment.reconciliation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run is. */
public enum RunStatus {
    RUNNING,
    FINISHED,
    /** It could not be brought to its end; what it had found stays. */
    FAILED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
