package dev.quayside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.kit.testing.Together;
import dev.quayside.local.LocalRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.runtime.datasource.ReactiveRedisDataSourceImpl;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two instances of the gateway are two limiters on one Redis. */
@GatewayTest
class SharedLimitsIT {
    private static final Rule HUNDRED = new Rule("hundred", 100, Duration.ofMinutes(1));

    private final String subject = UUID.randomUUID().toString();

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    RedisDataSource commands;

    @Inject
    Vertx vertx;

    @Test
    void twoInstancesLetThroughNoMoreThanOneLimitTogether() {
        List<Limiter> instances = List.of(limiter(redis), limiter(redis));
        List<Long> through = Together.times(
                8,
                () -> IntStream.range(0, 40)
                        .filter(i -> !take(instances.get(i % 2)).isRefused())
                        .count());
        assertThat(through.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
    }

    @Test
    void whatOneInstanceUsedUpIsGoneAtTheOther() {
        Limiter first = limiter(redis);
        IntStream.range(0, 100).forEach(i -> assertThat(take(first).isRefused()).isFalse());
        Standing refused = take(limiter(redis));
        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.retryAfter()).isBetween(30L, 60L);
    }

    @Test
    void aBusySubjectCostsFewQuestions() {
        Rule wide = new Rule("wide", 100_000, Duration.ofMillis(1));
        Limiter limiter = limiter(redis);
        long before = evaluations();
        for (int i = 0; i < 1_000; i++) {
            assertThat(limiter.take(wide, subject)
                            .await()
                            .atMost(Duration.ofSeconds(5))
                            .isRefused())
                    .isFalse();
        }
        assertThat(evaluations() - before).isLessThan(200);
    }

    @Test
    void bucketsForgetThemselvesAndAFreshRedisLearnsTheScriptAgain() {
        commands.execute("SCRIPT", "FLUSH");
        assertThat(take(limiter(redis)).remaining()).isEqualTo(99);
        assertThat(commands.key().pttl("quayside:limit:hundred:" + subject)).isBetween(1L, 61_000L);
    }

    @Test
    void withRedisStoppedEachInstanceCountsByItselfAndFindsItAgain() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        MovableClock clock = new MovableClock();
        LocalRedis first = LocalRedis.start(0);
        Redis client = Redis.createClient(vertx, first.url());
        Limiter limiter = limiter(of(client), clock, registry);
        assertThat(take(limiter).isRefused()).isFalse();
        assertThat(shared(registry)).isEqualTo(1);
        first.close();
        IntStream.range(0, 100)
                .forEach(i -> assertThat(take(limiter).isRefused()).isFalse());
        assertThat(take(limiter).isRefused()).isTrue();
        assertThat(shared(registry)).isZero();
        LocalRedis back = LocalRedis.start(first.port());
        clock.move(Duration.ofMinutes(2));
        assertThat(take(limiter).isRefused()).isFalse();
        assertThat(shared(registry)).isEqualTo(1);
        client.close();
        back.close();
    }

    private Standing take(Limiter limiter) {
        return limiter.take(HUNDRED, subject).await().atMost(Duration.ofSeconds(5));
    }

    private long evaluations() {
        return commands.execute("INFO", "commandstats")
                .toString()
                .lines()
                .filter(line -> line.startsWith("cmdstat_evalsha:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*calls=(\\d+).*", "$1")))
                .sum();
    }

    private static double shared(SimpleMeterRegistry registry) {
        return registry.get("gateway.limits.shared").gauge().value();
    }

    private static Limiter limiter(ReactiveRedisDataSource redis) {
        return limiter(redis, new MovableClock(), new SimpleMeterRegistry());
    }

    private static Limiter limiter(ReactiveRedisDataSource redis, Clock clock, SimpleMeterRegistry registry) {
        return new Limiter(new RedisBuckets(redis), new LocalBuckets(clock), new Counting(clock, registry), clock, 1);
    }

    private ReactiveRedisDataSource of(Redis client) {
        return new ReactiveRedisDataSourceImpl(vertx, client, RedisAPI.api(client));
    }
}
