package dev.quayside.catalog.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where an import stands. */
enum ImportStatus {
    /** Its file is on its way. */
    RECEIVING,
    QUEUED,
    RUNNING,
    PAUSED,
    COMPLETED,
    /** The file could not be read, or a failure has ended it; what was written before stays. */
    FAILED,
    CANCELLED;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isKnown(String text) {
        return Arrays.stream(values()).anyMatch(status -> status.text().equals(text));
    }

    static ImportStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    boolean isEnd() {
        return switch (this) {
            case COMPLETED, FAILED, CANCELLED -> true;
            case RECEIVING, QUEUED, RUNNING, PAUSED -> false;
        };
    }

    /** Whether staff may bring it from here into another status. */
    boolean canBecome(ImportStatus next) {
        return switch (next) {
            case PAUSED -> this == QUEUED || this == RUNNING;
            case QUEUED -> this == PAUSED;
            case CANCELLED -> this == QUEUED || this == RUNNING || this == PAUSED;
            case RECEIVING, RUNNING, COMPLETED, FAILED -> false;
        };
    }
}
