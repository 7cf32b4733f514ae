package dev.quayside.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.payment.RefundStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundTotalsTest {
    private static final UUID ORDER = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void withoutRefundsThereIsNone() {
        assertThat(RefundTotals.of(List.of(), 1000)).isEqualTo(new RefundTotals(0, 0, RefundStatus.NONE));
    }

    @Test
    void aPendingOneIsReservedButNotRefunded() {
        RefundTotals totals = RefundTotals.of(List.of(asked(300, 0), done(200, 1)), 1000);
        assertThat(totals).isEqualTo(new RefundTotals(200, 500, RefundStatus.PENDING));
    }

    @Test
    void aFailedOneNeedsAPersonUntilALaterOneSucceeds() {
        Refund failed = failed(300, 0, 5);
        assertThat(RefundTotals.of(List.of(failed), 1000).standing()).isEqualTo(RefundStatus.FAILED);
        assertThat(RefundTotals.of(List.of(failed, done(200, 1)), 1000).standing())
                .as("asked for before the first had failed")
                .isEqualTo(RefundStatus.FAILED);
        assertThat(RefundTotals.of(List.of(failed, done(300, 6)), 1000).standing())
                .isEqualTo(RefundStatus.SUCCEEDED);
    }

    @Test
    void allGivenBackIsGoodWhateverFailedBefore() {
        assertThat(RefundTotals.of(List.of(done(1000, 0), failed(300, 1, 2)), 1000)
                        .standing())
                .isEqualTo(RefundStatus.SUCCEEDED);
    }

    @Test
    void aRefundThatFailedStaysFailedWhateverIsReadLater() {
        Refund refund = failed(300, 0, 1);
        assertThat(refund.apply(read(RefundReading.State.SUCCEEDED), START)).isEmpty();
        assertThat(refund.status()).isEqualTo(RefundState.FAILED);
    }

    @Test
    void aRefundThatSucceededIsNotPendingAgain() {
        Refund refund = done(300, 0);
        assertThat(refund.apply(read(RefundReading.State.PENDING), START)).isEmpty();
        assertThat(refund.status()).isEqualTo(RefundState.SUCCEEDED);
    }

    private static Refund asked(long amount, int second) {
        return Refund.requested(
                UUID.randomUUID(), ORDER, new PutRefundRequest(amount, null), START.plusSeconds(second));
    }

    private static Refund done(long amount, int second) {
        Refund refund = asked(amount, second);
        refund.apply(read(RefundReading.State.SUCCEEDED), START.plusSeconds(second));
        return refund;
    }

    private static Refund failed(long amount, int asked, int settled) {
        Refund refund = asked(amount, asked);
        refund.fail("no", START.plusSeconds(settled));
        return refund;
    }

    private static RefundReading read(RefundReading.State state) {
        return new RefundReading("re_1", "pi_1", state, 300, "EUR", null, null, START);
    }
}
