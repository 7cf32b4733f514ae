package dev.quayside.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void everyCallThatIsDueIsMadeAndFailuresAreCountedApart() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        Load.Outcome outcome = new Load(4, 50, Duration.ofSeconds(1)).put(() -> {
            if (calls.incrementAndGet() % 5 == 0) {
                throw new IllegalStateException("every fifth");
            }
        });
        assertThat(calls).hasValue(50);
        assertThat(outcome.failures()).isEqualTo(10);
        assertThat(outcome.micros().getTotalCount()).isEqualTo(40);
    }

    @Test
    void timeInWhichACallWasDueAndCouldNotBeMadeCounts() throws InterruptedException {
        Load.Outcome outcome = new Load(1, 10, Duration.ofSeconds(1)).put(() -> TimeUnit.MILLISECONDS.sleep(200));
        // One caller makes five a second: the tenth call begins a second late.
        assertThat(outcome.millisAt(100)).isGreaterThan(1_000);
    }

    @Test
    void withoutAPauseEachCallerAsksAgainAsSoonAsItIsAnswered() throws InterruptedException {
        Load.Outcome outcome = new Load(2, 0, Duration.ofSeconds(1)).put(() -> TimeUnit.MILLISECONDS.sleep(100));
        assertThat(outcome.micros().getTotalCount()).isBetween(2L, 22L);
        assertThat(outcome.millisAt(0)).isGreaterThanOrEqualTo(99);
    }
}
