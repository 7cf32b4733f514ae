package dev.quayside.order.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.money.Currency;
import dev.quayside.order.catalog.AuditedReservation;
import dev.quayside.order.order.AuditedOrder;
import dev.quayside.order.order.CaptureMethod;
import dev.quayside.order.order.DisputeStatus;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.PaymentStatus;
import dev.quayside.order.payment.AuditedPayment;
import java.time.Instant;
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
                stock == null ? null : reservation(stock, quantity, stock.equals("returned") ? quantity : 0);
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
        MoneyAudit.judge(
                paid, over, ID, order, new AuditedPayment(ID, "captured", EUR, 1000, null, captured, refunded));
        assertThat(paid.finding().violations()).isEqualTo(unpaid);
        assertThat(over.finding().violations()).isEqualTo(leftOver);
    }

    @ParameterizedTest
    @CsvSource({
        // order -> what was asked for; payment -> granted, captured
        "CONFIRMED, AUTHORIZED, , authorized, 1000, 0, 0, 0",
        "CONFIRMED, AUTHORIZED, 700, authorized, 1000, 0, 0, 0",
        "CONFIRMED, AUTHORIZED, , authorized, 900, 0, 1, 0",
        "CONFIRMED, AUTHORIZED, , open, 0, 0, 1, 0",
        "CONFIRMED, AUTHORIZED, , canceled, 1000, 0, 1, 0",
        "CONFIRMED, PAID, , captured, 1000, 1000, 0, 0",
        "CONFIRMED, PAID, 700, captured, 1000, 700, 0, 0",
        "CONFIRMED, PAID, 700, captured, 1000, 600, 1, 0",
        "CONFIRMED, PAID, , captured, 1000, 700, 1, 0",
        "CONFIRMED, NEEDS_ATTENTION, , captured, 1000, 700, 0, 0",
        "CANCELLED, UNPAID, , canceled, 1000, 0, 0, 0",
        "CANCELLED, UNPAID, , authorized, 1000, 0, 0, 1",
        "CANCELLED, PAID, 700, captured, 1000, 700, 0, 1",
    })
    void moneyOfAManualCaptureIsJudgedByWhatTheShopAskedFor(
            OrderStatus status,
            PaymentStatus paymentStatus,
            @Nullable Long asked,
            String payment,
            long granted,
            long captured,
            long unpaid,
            long leftOver) {
        Tally paid = new Tally("I3");
        Tally over = new Tally("I5");
        AuditedOrder order = order(status, paymentStatus, Map.of(), CaptureMethod.MANUAL, asked);
        MoneyAudit.judge(paid, over, ID, order, new AuditedPayment(ID, payment, EUR, 1000, granted, captured, 0));
        assertThat(paid.finding().violations()).isEqualTo(unpaid);
        assertThat(over.finding().violations()).isEqualTo(leftOver);
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, committed, 0, 0, 0",
        "CONFIRMED, committed, 1, 1, 0",
        "CONFIRMED, committed, 2, 2, 0",
        "CONFIRMED, committed, 1, 0, 1",
        "CONFIRMED, committed, 0, 1, 1",
        "COMPLETED, committed, 2, 1, 1",
        "CANCELLED, returned, 1, 2, 0",
        "CANCELLED, returned, 0, 2, 0",
        "CANCELLED, returned, 1, 1, 1",
    })
    void whatIsBackIsWhatRefundsBroughtBackUntilAllIs(
            OrderStatus status, String stock, int restocked, int back, long violations) {
        Tally tally = new Tally("I2");
        Map<String, Integer> units = restocked == 0 ? Map.of() : Map.of("A", restocked);
        AuditedOrder order = order(status, PaymentStatus.PAID, units);
        StockAudit.judge(tally, ID, order, reservation(stock, 2, back));
        assertThat(tally.finding().violations()).isEqualTo(violations);
    }

    private static AuditedReservation reservation(String stock, int quantity, int returned) {
        return new AuditedReservation(ID, stock, List.of(new AuditedReservation.Line("A", quantity, returned)));
    }

    private static AuditedOrder order(OrderStatus status, PaymentStatus paymentStatus) {
        return order(status, paymentStatus, Map.of());
    }

    private static AuditedOrder order(OrderStatus status, PaymentStatus paymentStatus, Map<String, Integer> restocked) {
        return order(status, paymentStatus, restocked, CaptureMethod.AUTOMATIC, null);
    }

    private static AuditedOrder order(
            OrderStatus status,
            PaymentStatus paymentStatus,
            Map<String, Integer> restocked,
            CaptureMethod capture,
            @Nullable Long captureAmount) {
        return new AuditedOrder(
                ID,
                status,
                paymentStatus,
                EUR,
                1000,
                DisputeStatus.NONE,
                capture,
                captureAmount,
                1000,
                0,
                1L,
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of("A", 2),
                restocked);
    }
}
