package dev.quayside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimiterTest {
    private static final Rule TWO = new Rule("two", 2, Duration.ofMinutes(1));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();
    private final Counting counting = new Counting(Clock.systemUTC(), registry);
    private final Limiter limiter =
            new Limiter(new RedisBuckets(away()), new LocalBuckets(Clock.systemUTC()), counting, Clock.systemUTC(), 1);

    @Test
    void withoutRedisThisProcessCounts() {
        assertThat(take("a").isRefused()).isFalse();
        assertThat(take("a").remaining()).isZero();
        assertThat(take("a").isRefused()).isTrue();
        assertThat(take("b").isRefused()).isFalse();
    }

    @Test
    void withoutRedisTheMetricsSayThatThisProcessCountsAlone() {
        assertThat(registry.get("gateway.limits.shared").gauge().value()).isEqualTo(1);
        take("a");
        assertThat(registry.get("gateway.limits.shared").gauge().value()).isZero();
        assertThat(registry.get("gateway.limits.local").counter().count()).isEqualTo(1);
    }

    @Test
    void aRedisThatIsAwayIsNotAskedForEachRequest() {
        for (int i = 0; i < 50; i++) {
            take("subject-" + i);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void theRefusedAreRememberedAndTellWhenTheyMayComeBack() {
        take("a");
        take("a");
        assertThat(limiter.emptied(TWO, "a")).isNull();
        Standing refused = take("a");
        assertThat(refused.retryAfter()).isBetween(59L, 60L);
        assertThat(refused.headers())
                .containsEntry("RateLimit-Limit", "2")
                .containsEntry("RateLimit-Policy", "2;w=120;comment=\"two\"")
                .containsEntry("RateLimit-Remaining", "0")
                .containsEntry("RateLimit-Reset", "120")
                .containsEntry("Retry-After", Long.toString(refused.retryAfter()));
        assertThat(limiter.emptied(TWO, "a")).isNotNull();
    }

    private Standing take(String subject) {
        return limiter.take(TWO, subject).await().atMost(Duration.ofSeconds(5));
    }

    /** A Redis that nobody can reach. */
    private ReactiveRedisDataSource away() {
        return (ReactiveRedisDataSource) Proxy.newProxyInstance(
                ReactiveRedisDataSource.class.getClassLoader(),
                new Class<?>[] {ReactiveRedisDataSource.class},
                (self, method, given) -> {
                    asked.incrementAndGet();
                    return Uni.createFrom().failure(new IllegalStateException("connection refused"));
                });
    }
}
