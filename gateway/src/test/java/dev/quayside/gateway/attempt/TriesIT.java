package dev.quayside.gateway.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.limit.MovableClock;
import dev.quayside.gateway.testing.GatewayTest;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Redis and this process alone must count alike. */
@GatewayTest
class TriesIT {
    private static final Delays SLOW =
            new Delays("slow", 3, Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofHours(1));
    private static final Delays QUICK =
            new Delays("quick", 1, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofHours(1));

    private final String key = "quayside:tries:test:" + UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private final LocalTries local = new LocalTries(clock);

    @Inject
    RedisTries shared;

    @Inject
    RedisDataSource commands;

    @Test
    void someTriesAreFreeAndTheLastOfThemBeginsTheFirstWait() {
        for (long i = 1; i <= 2; i++) {
            assertThat(there(SLOW)).isEqualTo(new Seen(true, i, 0));
            assertThat(here(SLOW)).isEqualTo(new Seen(true, i, 0));
        }
        assertThat(there(SLOW)).isEqualTo(new Seen(true, 3, 60));
        assertThat(here(SLOW)).isEqualTo(new Seen(true, 3, 60));
        assertThat(there(SLOW)).isEqualTo(new Seen(false, 3, 60));
        assertThat(here(SLOW)).isEqualTo(new Seen(false, 3, 60));
    }

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToTheLongest() {
        assertThat(LongStream.rangeClosed(1, 8)
                        .map(tries -> SLOW.after(tries).toMinutes())
                        .toArray())
                .containsExactly(0, 0, 1, 2, 4, 4, 4, 4);
        assertThat(SLOW.after(Long.MAX_VALUE)).isEqualTo(Duration.ofMinutes(4));
        long[] minutes = new long[5];
        for (int i = 0; i < 5; i++) {
            Seen seen = here(SLOW);
            minutes[i] = seen.seconds() / 60;
            clock.move(Duration.ofSeconds(seen.seconds()));
        }
        assertThat(minutes).containsExactly(0, 0, 1, 2, 4);
    }

    @Test
    void inRedisTheWaitGrowsAlike() {
        long tries = 0;
        while (tries < 4) {
            tries = shared.take(QUICK, key)
                    .await()
                    .atMost(Duration.ofSeconds(5))
                    .tries();
        }
        Count next = shared.take(QUICK, key).await().atMost(Duration.ofSeconds(5));
        assertThat(next.retryAfter()).isBetween(Duration.ZERO, Duration.ofMillis(4));
        assertThat(commands.key().pttl(key)).isBetween(3_590_000L, 3_600_004L);
    }

    @Test
    void anUndoneTryWasNoneAndItsWaitIsOver() {
        there(SLOW);
        there(SLOW);
        undo(there(SLOW, 3));
        assertThat(there(SLOW)).isEqualTo(new Seen(true, 3, 60));
        here(SLOW);
        here(SLOW);
        local.undo(key, local.take(SLOW, key).waitUntil());
        assertThat(here(SLOW)).isEqualTo(new Seen(true, 3, 60));
    }

    @Test
    void undoingDoesNotEndAWaitThatAnotherTryBegan() {
        there(SLOW);
        Count own = there(SLOW, 2);
        there(SLOW);
        undo(own);
        assertThat(there(SLOW).allowed()).isFalse();
    }

    @Test
    void aClearedCountBeginsAgain() {
        LongStream.range(0, 4).forEach(i -> there(SLOW));
        shared.clear(key).await().atMost(Duration.ofSeconds(5));
        assertThat(there(SLOW)).isEqualTo(new Seen(true, 1, 0));
    }

    @Test
    void aCountIsForgottenAnHourAfterItsLastWait() {
        LongStream.range(0, 3).forEach(i -> here(SLOW));
        clock.move(Duration.ofMinutes(60));
        assertThat(here(SLOW).tries()).isEqualTo(4);
        clock.move(Duration.ofMinutes(62));
        assertThat(here(SLOW).tries()).isEqualTo(1);
    }

    private Seen here(Delays delays) {
        return Seen.of(local.take(delays, key));
    }

    private Seen there(Delays delays) {
        return Seen.of(shared.take(delays, key).await().atMost(Duration.ofSeconds(5)));
    }

    private Count there(Delays delays, long expected) {
        Count count = shared.take(delays, key).await().atMost(Duration.ofSeconds(5));
        assertThat(count.tries()).isEqualTo(expected);
        return count;
    }

    private void undo(Count count) {
        shared.undo(key, count.waitUntil()).await().atMost(Duration.ofSeconds(5));
    }

    /** A count with its wait in seconds, rounded: Redis' clock does not stand still. */
    private record Seen(boolean allowed, long tries, long seconds) {
        static Seen of(Count count) {
            return new Seen(
                    count.allowed(),
                    count.tries(),
                    Math.round(count.retryAfter().toMillis() / 1000.0));
        }
    }
}
