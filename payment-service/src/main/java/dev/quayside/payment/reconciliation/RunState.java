package dev.quayside.payment.reconciliation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that goes on.
 *
 * @param window what is compared: what is younger than the grace is not in it
 * @param place behind which the stage goes on; null at its beginning
 * @param lookAt from when on suspects may be looked at again
 */
record RunState(
        UUID id,
        Window window,
        Stage stage,
        @Nullable String place,
        @Nullable Instant lookAt,
        Instant startedAt,
        Instant progressedAt) {

    boolean isSamePlace(RunState other) {
        return id.equals(other.id) && stage == other.stage && Objects.equals(place, other.place);
    }

    /** The same run, later in the same stage. */
    RunState at(String next) {
        return new RunState(id, window, stage, next, lookAt, startedAt, progressedAt);
    }

    @Nullable
    UUID placeId() {
        return place == null ? null : UUID.fromString(place);
    }
}
