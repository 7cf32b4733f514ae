package dev.quayside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final Lease lease = new Lease();

    @Test
    void aBusySubjectAsksForMoreAtATimeAndAQuietOneForLess() {
        assertThat(lease.ask(0)).isEqualTo(1);
        lease.settle(granted(0), 0);
        assertThat(lease.ask(10)).isEqualTo(2);
        lease.settle(granted(1), 10);
        assertThat(lease.spend(11)).isNotNull();
        assertThat(lease.spend(12)).isNull();
        assertThat(lease.ask(12)).isEqualTo(4);
        lease.settle(granted(3), 12);
        assertThat(lease.ask(5_000)).isEqualTo(2);
        lease.settle(granted(1), 5_000);
        assertThat(lease.ask(10_000)).isEqualTo(1);
    }

    @Test
    void whileAQuestionIsOutTheOthersAskForThemselvesAlone() {
        lease.ask(0);
        lease.settle(granted(0), 0);
        assertThat(lease.ask(1)).isEqualTo(2);
        assertThat(lease.ask(1)).isEqualTo(1);
        assertThat(lease.ask(1)).isEqualTo(1);
    }

    @Test
    void whatWasNotSpentWithinASecondIsGivenUp() {
        lease.ask(0);
        lease.settle(granted(5), 0);
        assertThat(lease.spend(999)).isNotNull();
        assertThat(lease.spend(1_000)).isNull();
    }

    @Test
    void whoeverIsRefusedIsRefusedWithoutAQuestionUntilThen() {
        lease.ask(0);
        lease.settle(new Grant(new Verdict(false, 0, Duration.ofMillis(300), Duration.ofSeconds(9)), 0), 0);
        Verdict again = lease.spend(100);
        assertThat(again).isNotNull();
        assertThat(again.allowed()).isFalse();
        assertThat(again.retryAfter()).isEqualTo(Duration.ofMillis(200));
        assertThat(lease.spend(300)).isNull();
    }

    @Test
    void theRemainingTriesCountDownOneByOne() {
        lease.ask(0);
        assertThat(lease.settle(granted(2), 0).remaining()).isEqualTo(102);
        assertThat(lease.spend(1)).extracting("remaining").isEqualTo(101L);
        assertThat(lease.spend(1)).extracting("remaining").isEqualTo(100L);
    }

    private static Grant granted(long inAdvance) {
        return new Grant(new Verdict(true, 100, Duration.ZERO, Duration.ofSeconds(1)), inAdvance);
    }
}
