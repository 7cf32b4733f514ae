package dev.quayside.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes tries out of buckets: from those that this instance holds already, else from Redis, or by itself while Redis is away. */
@ApplicationScoped
class Limiter {
    private static final int MOST_LEASES = 50_000;

    private final RedisBuckets shared;
    private final LocalBuckets local;
    private final Counting counting;
    private final Clock clock;
    private final long factor;
    private final Cache<String, Lease> leases = Caffeine.newBuilder()
            .maximumSize(MOST_LEASES)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Limiter(
            RedisBuckets shared,
            LocalBuckets local,
            Counting counting,
            Clock clock,
            @ConfigProperty(name = "quayside.limits.factor") long factor) {
        this.shared = shared;
        this.local = local;
        this.counting = counting;
        this.clock = clock;
        this.factor = factor;
    }

    /** Takes one try of a subject's bucket. Does not block, and is done at once for most tries of a busy subject. */
    Uni<Standing> take(Rule rule, String subject) {
        Rule scaled = rule.times(factor);
        String key = key(rule, subject);
        Lease lease = leases.get(key, fresh -> new Lease());
        Verdict known = lease.spend(clock.millis());
        if (known != null) {
            return Uni.createFrom().item(Standing.of(scaled, known));
        }
        long asked = lease.ask(clock.millis());
        return counting.ask(() -> shared.take(scaled, key, asked), () -> new Grant(local.take(scaled, key), 0))
                .onCancellation()
                .invoke(lease::forget)
                .map(grant -> Standing.of(scaled, lease.settle(grant, clock.millis())));
    }

    /** How a subject stands whose bucket is known to be empty, else null; asks nobody. */
    @Nullable
    Standing emptied(Rule rule, String subject) {
        Lease lease = leases.getIfPresent(key(rule, subject));
        Verdict refused = lease == null ? null : lease.refused(clock.millis());
        return refused == null ? null : Standing.of(rule.times(factor), refused);
    }

    private static String key(Rule rule, String subject) {
        return "quayside:limit:" + rule.name() + ":" + subject;
    }
}
