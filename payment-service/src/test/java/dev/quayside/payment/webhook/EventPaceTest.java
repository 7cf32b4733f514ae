package dev.quayside.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventPaceTest {
    private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

    // So long that no stall of the machine is as long as a plan is kept.
    private final EventPace pace = new EventPace(Duration.ofSeconds(1_000));

    @Test
    void theFirstEventIsWorkedOnAtOnce() {
        assertThat(stepAfter("pi_1", 0)).isZero();
        assertThat(stepAfter("pi_2", 300)).isEqualTo(300);
    }

    @Test
    void whatComesSoonAfterWaitsForTheEndOfThePause() {
        stepAfter("pi_1", 0);
        assertThat(stepAfter("pi_1", 300)).isEqualTo(1_000);
    }

    @Test
    void whatAPlannedReadingWillCoverHasItsOwnStepOnlyForWhenThatFails() {
        stepAfter("pi_1", 0);
        stepAfter("pi_1", 300);
        assertThat(stepAfter("pi_1", 400)).isEqualTo(1_500);
        assertThat(stepAfter("pi_1", 999)).isEqualTo(1_500);
    }

    @Test
    void howeverManyComeThePaymentIsReadOnceAPause() {
        assertThat(stepAfter("pi_1", 0)).isZero();
        assertThat(stepAfter("pi_1", 500)).isEqualTo(1_000);
        // The planned one is under way: the next is a pause later.
        assertThat(stepAfter("pi_1", 1_000)).isEqualTo(2_000);
        assertThat(stepAfter("pi_1", 1_500)).isEqualTo(2_500);
        assertThat(stepAfter("pi_1", 2_000)).isEqualTo(3_000);
    }

    @Test
    void afterAPauseTheNextIsWorkedOnAtOnceAgain() {
        stepAfter("pi_1", 0);
        assertThat(stepAfter("pi_1", 1_000)).isEqualTo(1_000);
        assertThat(stepAfter("pi_1", 5_000)).isEqualTo(5_000);
    }

    @Test
    void thatAPaymentWasMadeLetsNothingWait() {
        assertThat(step("payment_intent.created", "pi_1", 0)).isZero();
        assertThat(stepAfter("pi_1", 100)).isEqualTo(100);
        assertThat(step("payment_intent.created", "pi_1", 200)).isEqualTo(200);
    }

    @Test
    void eventsThatNameNoPaymentDoNotWait() {
        assertThat(step("charge.updated", null, 0)).isZero();
        assertThat(step("charge.updated", null, 1)).isEqualTo(1);
    }

    private long stepAfter(String intent, long seconds) {
        return step("payment_intent.succeeded", intent, seconds);
    }

    private long step(String type, @Nullable String intent, long seconds) {
        ReceivedEvent event = new ReceivedEvent("evt_" + seconds, type, intent, intent, null);
        return Duration.between(START, pace.next(event, START.plusSeconds(seconds)))
                .toSeconds();
    }
}
