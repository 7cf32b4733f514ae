package dev.quayside.kit.idempotency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request with a key finds.
 *
 * @param state what there is
 * @param subject what the running work is about, when it is {@code RUNNING} or {@code RESUMED}
 * @param answer the stored answer, when it is {@code FINISHED}
 */
public record Claim(
        State state, @Nullable UUID subject, @Nullable StoredAnswer answer) {
    /** The four things that a key can turn out to be. */
    public enum State {
        /** New: this request does the work. */
        FRESH,
        /** Another request is doing the work and its lease lives. */
        RUNNING,
        /** The work was begun, its lease is dead, and this request now has it. */
        RESUMED,
        /** Done: the stored answer is to be given again. */
        FINISHED
    }
}
