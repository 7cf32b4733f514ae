package dev.quayside.payment.gateway;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads our ids out of an object's metadata, which anybody with access to the Dashboard can write. */
public final class Metadata {
    private Metadata() {}

    /** The id, or empty for a missing value and for any text that is not one of ours. */
    public static Optional<UUID> id(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
