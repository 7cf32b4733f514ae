package dev.quayside.payment.gateway;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The saving of a card as the processor has it (a SetupIntent), read at one moment.
 *
 * @param id the processor's id
 * @param clientSecret what lets a browser finish it; never stored, never logged
 * @param operationId our operation, from its metadata
 * @param created when it was made, to the second
 */
public record SetupReading(
        String id,
        State state,
        @Nullable String clientSecret,
        @Nullable String operationId,
        Instant created) {
    /** What can still happen. */
    public enum State {
        /** It can still be finished, also after a card was declined. */
        OPEN,
        /** The card is saved; final. */
        SUCCEEDED,
        CANCELED;

        public boolean isTerminal() {
            return switch (this) {
                case OPEN -> false;
                case SUCCEEDED, CANCELED -> true;
            };
        }

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Without the client secret: this ends up in logs. */
    @Override
    public String toString() {
        return "SetupReading[" + id + " " + state + "]";
    }
}
