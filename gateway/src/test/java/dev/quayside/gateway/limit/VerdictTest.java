package dev.quayside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Rule THREE = new Rule("three", 3, Duration.ofSeconds(10));

    private final Moved clock = new Moved();
    private final LocalBuckets buckets = new LocalBuckets(clock);

    @Test
    void aFullBucketLetsItsCapacityThroughAndThenSaysHowLongToWait() {
        assertThat(buckets.take(THREE, "k")).isEqualTo(new Verdict(true, 2, Duration.ZERO, Duration.ofSeconds(10)));
        assertThat(buckets.take(THREE, "k")).isEqualTo(new Verdict(true, 1, Duration.ZERO, Duration.ofSeconds(20)));
        assertThat(buckets.take(THREE, "k")).isEqualTo(new Verdict(true, 0, Duration.ZERO, Duration.ofSeconds(30)));
        assertThat(buckets.take(THREE, "k"))
                .isEqualTo(new Verdict(false, 0, Duration.ofSeconds(10), Duration.ofSeconds(30)));
    }

    @Test
    void aRefusedTryCostsNothingAndOneTryComesBackWithEachRefill() {
        for (int i = 0; i < 10; i++) {
            buckets.take(THREE, "k");
        }
        clock.now = clock.now.plusSeconds(10);
        assertThat(buckets.take(THREE, "k").allowed()).isTrue();
        assertThat(buckets.take(THREE, "k").allowed()).isFalse();
    }

    @Test
    void aBucketNeverHoldsMoreThanItsCapacity() {
        buckets.take(THREE, "k");
        clock.now = clock.now.plus(Duration.ofDays(1));
        assertThat(buckets.take(THREE, "k").remaining()).isEqualTo(2);
    }

    @Test
    void eachSubjectHasItsOwnBucket() {
        for (int i = 0; i < 4; i++) {
            buckets.take(THREE, "k");
        }
        assertThat(buckets.take(THREE, "other").allowed()).isTrue();
    }

    @Test
    void theFactorMultipliesWhatGetsThrough() {
        Rule scaled = THREE.times(1000);
        assertThat(scaled.capacity()).isEqualTo(3000);
        assertThat(scaled.refill()).isEqualTo(Duration.ofMillis(10));
    }

    private static final class Moved extends Clock {
        private Instant now = Instant.parse("2026-01-31T09:30:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
