package dev.quayside.kit.step;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One kind of durable step: a bean of this type is found and run by name. */
public interface DurableStep {
    /** The stable name under which it is stored, such as {@code commit-stock}. */
    String name();

    /**
     * Does the work for one thing. It runs outside a transaction, at least once, perhaps on two instances after a crash. What it throws
     * is retried with back-off, from a second to five minutes, without end.
     */
    Outcome run(UUID subject);

    /** Whether the step is done or asks to be run again after a while, which is no failure. */
    record Outcome(@Nullable Duration again) {
        public static final Outcome DONE = new Outcome(null);

        public static Outcome again(Duration delay) {
            return new Outcome(delay);
        }
    }
}
