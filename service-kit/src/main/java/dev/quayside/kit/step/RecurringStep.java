package dev.quayside.kit.step;

import java.util.UUID;

/**
 * A durable step that no change owes: it is there from the first start on, in one of the instances at a time, and says after each run
 * when it wants the next. Its subject is always the same.
 */
public interface RecurringStep extends DurableStep {
    /** The subject of every run. */
    UUID ALL = new UUID(0, 0);
}
