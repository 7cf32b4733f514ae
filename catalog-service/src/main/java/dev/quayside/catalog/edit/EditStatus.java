package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where an edit stands. */
enum EditStatus {
    QUEUED,
    RUNNING,
    PAUSED,
    COMPLETED,
    /** It has stopped at a batch that it cannot get past; what was written before stays, and it can be resumed there. */
    FAILED,
    CANCELLED;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isKnown(String text) {
        return Arrays.stream(values()).anyMatch(status -> status.text().equals(text));
    }

    static EditStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    boolean isEnd() {
        return switch (this) {
            case COMPLETED, CANCELLED -> true;
            case QUEUED, RUNNING, PAUSED, FAILED -> false;
        };
    }

    /** Whether staff may bring it from here into another status. */
    boolean canBecome(EditStatus next) {
        return switch (next) {
            case PAUSED -> this == QUEUED || this == RUNNING;
            case QUEUED -> this == PAUSED || this == FAILED;
            case CANCELLED -> !isEnd();
            case RUNNING, COMPLETED, FAILED -> false;
        };
    }
}
