package dev.quayside.gateway.attempt;

import dev.quayside.gateway.limit.Counting;
import dev.quayside.gateway.limit.Standings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts tries with a growing delay, in Redis or, while it is away, in this process. Blocks for half a second at most. */
@ApplicationScoped
class Tries {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** A try that was counted and may be made. */
    record Taken(Delays delays, String key, Count count) {}

    private final RedisTries shared;
    private final LocalTries local;
    private final Counting counting;
    private final Standings standings;
    private final long factor;

    Tries(
            RedisTries shared,
            LocalTries local,
            Counting counting,
            Standings standings,
            @ConfigProperty(name = "quayside.limits.factor") long factor) {
        this.shared = shared;
        this.local = local;
        this.counting = counting;
        this.standings = standings;
        this.factor = factor;
    }

    /** Counts a try; one that has to wait is a 429 and is not counted. */
    Taken take(Delays delays, String subject) {
        Delays scaled = delays.times(factor);
        String key = "quayside:tries:" + delays.name() + ":" + subject;
        Count count = ask(() -> shared.take(scaled, key), () -> local.take(scaled, key));
        standings.note(count.standing(scaled));
        return new Taken(scaled, key, count);
    }

    /** Makes a try uncounted: it told nothing, or it was right. */
    void undo(Taken taken) {
        Count count = taken.count();
        ask(() -> shared.undo(taken.key(), count.waitUntil()), () -> local.undo(taken.key(), count.waitUntil()));
    }

    /** Begins the count again. */
    void clear(Taken taken) {
        ask(() -> shared.clear(taken.key()), () -> local.clear(taken.key()));
    }

    private void ask(Supplier<Uni<Void>> there, Runnable here) {
        ask(() -> there.get().replaceWith(Boolean.TRUE), () -> {
            here.run();
            return Boolean.TRUE;
        });
    }

    private <T> T ask(Supplier<Uni<T>> there, Supplier<T> here) {
        return counting.ask(there, here).await().atMost(LONGEST);
    }
}
