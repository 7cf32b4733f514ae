package dev.quayside.order.order;

import java.time.Duration;

/** A moment until which somebody waits; measured by the process, so that setting the clock changes nothing. */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    public boolean isOver() {
        return System.nanoTime() - nanoTime >= 0;
    }
}
