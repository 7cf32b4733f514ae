package dev.quayside.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(Duration.ofSeconds(30), 0);

    @Test
    void aBodyHasThirtySecondsAndOneMoreForEachFourKilobytes() {
        assertThat(pace.isTooSlow(seconds(30))).isFalse();
        assertThat(pace.isTooSlow(seconds(31))).isTrue();
        pace.came(4_096);
        assertThat(pace.isTooSlow(seconds(30.9))).isFalse();
        pace.came(4_096 * 60);
        assertThat(pace.isTooSlow(seconds(90))).isFalse();
        assertThat(pace.isTooSlow(seconds(92))).isTrue();
    }

    @Test
    void timeInWhichNobodyAskedForMoreDoesNotCount() {
        pace.held(seconds(10));
        assertThat(pace.isTooSlow(seconds(1_000))).isFalse();
        assertThat(pace.heldNanos(seconds(1_000))).isEqualTo(seconds(990));
        pace.asked(seconds(1_000));
        assertThat(pace.heldNanos(seconds(1_001))).isZero();
        assertThat(pace.isTooSlow(seconds(1_019))).isFalse();
        assertThat(pace.isTooSlow(seconds(1_021))).isTrue();
    }

    private static long seconds(double seconds) {
        return Math.round(seconds * 1_000_000_000L);
    }
}
