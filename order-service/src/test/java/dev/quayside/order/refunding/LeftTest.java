package dev.quayside.order.refunding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundKind;
import dev.quayside.order.refund.RefundReason;
import dev.quayside.order.refund.RefundState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftTest {

    @ParameterizedTest
    @CsvSource({
        // refunded, own succeeded, own pending, own failed -> certain, possible
        "0, 0, 0, 0, 1000, 1000",
        "300, 300, 0, 0, 700, 700",
        "300, 0, 0, 0, 700, 700",
        "0, 0, 300, 0, 700, 700",
        "300, 0, 300, 0, 400, 700",
        "500, 200, 300, 0, 200, 500",
        "600, 200, 300, 100, 100, 400",
        "1000, 400, 600, 0, 0, 0",
        "0, 300, 0, 0, 1000, 700",
    })
    void whatIsCertainlyLeftLeavesThePendingOutTwiceWhatIsPossibleOnce(
            long refunded, long succeeded, long pending, long failed, long certain, long possible) {
        Left left = Left.of(
                1000,
                refunded,
                List.of(
                        booked(succeeded, RefundState.SUCCEEDED),
                        booked(pending, RefundState.PENDING),
                        booked(failed, RefundState.FAILED)));
        assertThat(left).isEqualTo(new Left(certain, possible));
    }

    private static BookedRefund booked(long amount, RefundState state) {
        UUID any = new UUID(0, 1);
        return new BookedRefund(
                any,
                any,
                RefundKind.REQUESTED,
                amount,
                List.of(),
                false,
                false,
                state,
                RefundReason.DUPLICATE,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
