package dev.quayside.order.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.money.Currency;
import dev.quayside.order.catalog.AuditedReservation;
import dev.quayside.order.catalog.LineRequest;
import dev.quayside.order.order.AuditedOrder;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.PaymentStatus;
import dev.quayside.order.payment.AuditedPayment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Currency EUR = Currency.of("EUR");

    @ParameterizedTest
    @CsvSource({
        "AWAITING_PAYMENT, held, 2, 0",
        "AWAITING_PAYMENT, released, 2, 1",
        "AWAITING_PAYMENT, , 2, 1",
        "AWAITING_PAYMENT, held, 3, 1",
        "CONFIRMED, committed, 2, 0",
        "CONFIRMED, held, 2, 1",
        "CONFIRMED, , 2, 1",
        "CANCELLED, released, 2, 0",
        "CANCELLED, returned, 2, 0",
        "CANCELLED, committed, 2, 1",
        "CANCELLED, held, 2, 1",
        "ABANDONED, , 2, 0",
        "ABANDONED, held, 2, 1",
        ", held, 2, 1",
        ", released, 2, 0",
    })
    void stockIsJudgedByTheOrdersState(
            @Nullable OrderStatus status, @Nullable String stock, int quantity, long violations) {
        Tally tally = new Tally("I2");
        AuditedOrder order = status == null ? null : order(status, PaymentStatus.UNPAID);
        AuditedReservation reservation =
                stock == null ? null : new AuditedReservation(ID, stock, List.of(new LineRequest("A", quantity)));
        StockAudit.judge(tally, ID, order, reservation);
        assertThat(tally.finding().violations()).isEqualTo(violations);
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, PAID, 1000, 0, 0, 0",
        "CONFIRMED, PAID, 900, 0, 1, 0",
        "CONFIRMED, REFUNDED, 1000, 1000, 0, 0",
        "CANCELLED, REFUNDED, 1000, 1000, 0, 0",
        "CANCELLED, PAID, 1000, 0, 0, 1",
        "CANCELLED, NEEDS_ATTENTION, 1000, 0, 0, 0",
        "ABANDONED, UNPAID, 1000, 0, 0, 1",
        ", UNPAID, 1000, 0, 0, 1",
        ", UNPAID, 1000, 1000, 0, 0",
    })
    void moneyIsJudgedByTheOrdersState(
            @Nullable OrderStatus status,
            PaymentStatus paymentStatus,
            long captured,
            long refunded,
            long unpaid,
            long leftOver) {
        Tally paid = new Tally("I3");
        Tally over = new Tally("I5");
        AuditedOrder order = status == null ? null : order(status, paymentStatus);
        MoneyAudit.judge(paid, over, ID, order, new AuditedPayment(ID, "captured", EUR, 1000, captured, refunded));
        assertThat(paid.finding().violations()).isEqualTo(unpaid);
        assertThat(over.finding().violations()).isEqualTo(leftOver);
    }

    private static AuditedOrder order(OrderStatus status, PaymentStatus paymentStatus) {
        return new AuditedOrder(ID, status, paymentStatus, EUR, 1000, Map.of("A", 2));
    }
}
