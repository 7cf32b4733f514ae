package dev.quayside.payment.mismatch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a mismatch is. */
public enum MismatchStatus {
    /** Found; it can be repaired. */
    OPEN,
    /** A repair is under way. */
    REPAIRING,
    /** The sides agree again. */
    REPAIRED,
    /** A repair did not make the sides agree; it can be tried again. */
    FAILED,
    /** A person has to see to it. */
    NOT_REPAIRABLE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
