package dev.quayside.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceTest {
    private final Instance instance = new Instance(ServiceUrl.of(URI.create("http://10.0.0.7:8081")), "10.0.0.7");

    @Test
    void fiveFailuresInARowTakeAnInstanceOutForASecond() {
        assertThat(fail(4, 0)).isFalse();
        instance.succeeded(0);
        assertThat(fail(4, 0)).isFalse();
        assertThat(instance.isUsable(0)).isTrue();
        assertThat(fail(1, 0)).isTrue();
        assertThat(instance.isUsable(999)).isFalse();
        assertThat(instance.isUsable(1_000)).isTrue();
    }

    @Test
    void eachFailureAfterThatTakesItOutForTwiceAsLongUpToAMinute() {
        fail(5, 0);
        long now = 1_000;
        for (long out : new long[] {2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000}) {
            assertThat(fail(1, now)).isTrue();
            assertThat(instance.isUsable(now + out - 1)).isFalse();
            assertThat(instance.isUsable(now + out)).isTrue();
            now += out;
        }
    }

    @Test
    void whoDidWellForAMinuteStartsAfresh() {
        fail(5, 0);
        fail(1, 1_000);
        instance.succeeded(70_000);
        fail(5, 70_000);
        assertThat(instance.isUsable(71_000)).isTrue();
    }

    @Test
    void failuresWhileItIsOutCountOnce() {
        fail(5, 0);
        assertThat(fail(10, 500)).isFalse();
        assertThat(instance.isUsable(1_000)).isTrue();
    }

    @Test
    void anAddressThatNamesTheServiceBecomesAPath() {
        Map<String, String> expected = Map.of(
                "http://10.0.0.7:8081/v1/orders/1?x=y", "/v1/orders/1?x=y",
                "https://elsewhere.example.com/v1", "https://elsewhere.example.com/v1",
                "http://10.0.0.7:80810/v1", "http://10.0.0.7:80810/v1",
                "/v1/orders/1", "/v1/orders/1");
        expected.forEach(
                (sent, passedOn) -> assertThat(instance.withoutOwnAddress(sent)).isEqualTo(passedOn));
    }

    private boolean fail(int times, long now) {
        boolean out = false;
        for (int i = 0; i < times; i++) {
            out |= instance.failed(now);
        }
        return out;
    }
}
