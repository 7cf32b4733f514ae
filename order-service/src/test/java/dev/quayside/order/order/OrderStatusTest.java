package dev.quayside.order.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTest {

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void terminalStatesAreThoseWithoutANext(OrderStatus status) {
        boolean hasNext = Arrays.stream(OrderStatus.values()).anyMatch(status::canBecome);
        assertThat(status.isTerminal()).isEqualTo(!hasNext);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void noStateBecomesItself(OrderStatus status) {
        assertThat(status.canBecome(status)).isFalse();
    }

    @Test
    void onlyAnOrderInCancellationIsCancelled() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(from -> from.canBecome(OrderStatus.CANCELLED)))
                .containsExactly(OrderStatus.CANCELLING);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 0, 0, NONE, UNPAID",
        "1000, 1000, 0, NONE, PAID",
        "1000, 1000, 0, PENDING, PAID",
        "1000, 1000, 400, SUCCEEDED, PARTIALLY_REFUNDED",
        "1000, 1000, 1000, SUCCEEDED, REFUNDED",
        "1000, 1000, 1000, FAILED, REFUNDED",
        "1000, 1000, 0, FAILED, NEEDS_ATTENTION",
        "1000, 1000, 400, FAILED, NEEDS_ATTENTION",
        "1000, 900, 0, NONE, NEEDS_ATTENTION",
        "1000, 900, 900, SUCCEEDED, REFUNDED",
    })
    void paymentStatusFollowsFromTheAmounts(
            long total, long captured, long refunded, RefundStatus refund, PaymentStatus expected) {
        assertThat(PaymentStatus.of(total, captured, refunded, refund)).isEqualTo(expected);
    }
}
