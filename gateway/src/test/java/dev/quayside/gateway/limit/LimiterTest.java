package dev.quayside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.kit.problem.ProblemException;
import io.quarkus.redis.datasource.RedisDataSource;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimiterTest {
    private static final Rule TWO = new Rule("two", 2, Duration.ofMinutes(1));

    @Test
    void withoutRedisThisProcessCounts() {
        Limiter limiter =
                new Limiter(new RedisBuckets(away()), new LocalBuckets(Clock.systemUTC()), Clock.systemUTC(), 1);
        limiter.take(TWO, "a");
        limiter.take(TWO, "a");
        assertThatThrownBy(() -> limiter.take(TWO, "a")).isInstanceOf(ProblemException.class);
        assertThatCode(() -> limiter.take(TWO, "b")).doesNotThrowAnyException();
    }

    /** A Redis that nobody can reach. */
    private static RedisDataSource away() {
        return (RedisDataSource) Proxy.newProxyInstance(
                RedisDataSource.class.getClassLoader(),
                new Class<?>[] {RedisDataSource.class},
                (self, method, given) -> {
                    throw new IllegalStateException("connection refused");
                });
    }
}
