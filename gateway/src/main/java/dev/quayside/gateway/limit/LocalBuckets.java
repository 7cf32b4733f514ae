package dev.quayside.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Buckets of this process alone, for the time that Redis is away: each instance then lets its own share through. */
@ApplicationScoped
class LocalBuckets {
    private static final int MOST_BUCKETS = 50_000;

    private final Clock clock;
    private final Cache<String, Long> fullAt = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    LocalBuckets(Clock clock) {
        this.clock = clock;
    }

    Verdict take(Rule rule, String key) {
        long now = ChronoUnit.MICROS.between(java.time.Instant.EPOCH, clock.instant());
        Verdict[] verdict = new Verdict[1];
        fullAt.asMap().compute(key, (bucket, before) -> {
            long start = before == null ? now : Math.max(before, now);
            verdict[0] = Verdict.of(rule, start + rule.refillMicros(), now);
            return verdict[0].allowed() ? Long.valueOf(start + rule.refillMicros()) : Long.valueOf(start);
        });
        return verdict[0];
    }
}
