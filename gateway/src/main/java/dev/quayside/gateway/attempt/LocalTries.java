package dev.quayside.gateway.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** Counts of tries in this process alone, for the time that Redis is away. */
@ApplicationScoped
class LocalTries {
    private static final int MOST = 50_000;

    /** How many tries were made, until when the next waits, and when all of it is forgotten (milliseconds). */
    private record Known(long tries, long waitUntil, long forgottenAt) {}

    private final Clock clock;
    private final Cache<String, Known> counts = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    LocalTries(Clock clock) {
        this.clock = clock;
    }

    Count take(Delays delays, String key) {
        long now = clock.millis();
        Count[] count = new Count[1];
        counts.asMap().compute(key, (subject, known) -> {
            Known before = known == null || now >= known.forgottenAt() ? new Known(0, 0, 0) : known;
            if (now < before.waitUntil()) {
                count[0] = new Count(
                        false, before.tries(), before.waitUntil(), Duration.ofMillis(before.waitUntil() - now));
                return before;
            }
            Duration wait = delays.after(before.tries() + 1);
            long until = now + wait.toMillis();
            count[0] = new Count(true, before.tries() + 1, until, wait);
            return new Known(
                    before.tries() + 1, until, until + delays.forgottenAfter().toMillis());
        });
        return Objects.requireNonNull(count[0]);
    }

    void undo(String key, long waitUntil) {
        counts.asMap().computeIfPresent(key, (subject, known) -> {
            long until = known.waitUntil() == waitUntil ? 0 : known.waitUntil();
            return new Known(Math.max(0, known.tries() - 1), until, known.forgottenAt());
        });
    }

    void clear(String key) {
        counts.invalidate(key);
    }
}
