package dev.quayside.payment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.DisputeState;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.payment.DisputeStatus;
import dev.quayside.payment.payment.Grant;
import dev.quayside.payment.payment.LedgerKind;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import dev.quayside.payment.payment.RefundStatus;
import dev.quayside.payment.payment.TransactionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String OWN = "pi_own";

    private final List<TransactionView> ledger =
            new ArrayList<>(List.of(entry(LedgerKind.AUTHORISED, OWN, 1000), entry(LedgerKind.CAPTURED, OWN, 1000)));
    private final List<IntentSide> intents = new ArrayList<>(List.of(intent(OWN, IntentStatus.SUCCEEDED, 1000)));
    private final List<RefundReading> refunds = new ArrayList<>();
    private final List<DisputeReading> disputes = new ArrayList<>();
    private @Nullable OrderSide order = order("confirmed", "paid", "none", 1000, 0);
    private @Nullable PaymentState payment = payment(PaymentStatus.CAPTURED, 1000, 0, DisputeStatus.NONE);
    private @Nullable StockSide stock = stock("committed", 0);
    private boolean whole = true;

    @Test
    void anOrderInOrderHasNoFinding() {
        assertThat(codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // order, its payment status, what it knows of: captured, refunded; payment: status, captured, refunded; finding
        "confirmed, paid, 1000, 0, CAPTURED, 1000, 0, ",
        "completed, paid, 1000, 0, CAPTURED, 1000, 0, ",
        "confirmed, authorized, 0, 0, AUTHORIZED, 0, 0, ",
        "confirmed, authorized, 0, 0, OPEN, 0, 0, ORDER_PAID_WITHOUT_MONEY",
        "confirmed, authorized, 0, 0, CAPTURED, 1000, 0, ORDER_NOT_TOLD",
        "confirmed, authorized, 0, 0, CANCELED, 0, 0, ORDER_NOT_TOLD",
        "confirmed, paid, 0, 0, AUTHORIZED, 0, 0, ORDER_PAID_WITHOUT_MONEY",
        "confirmed, paid, 400, 0, CAPTURED, 400, 0, ",
        "awaiting_payment, unpaid, 0, 0, AUTHORIZED, 0, 0, ORDER_NOT_TOLD",
        "cancelling, authorized, 0, 0, AUTHORIZED, 0, 0, ",
        "cancelled, unpaid, 0, 0, AUTHORIZED, 0, 0, MONEY_NOT_RETURNED",
        "awaiting_payment, unpaid, 0, 0, OPEN, 0, 0, ",
        "awaiting_payment, unpaid, 0, 0, CAPTURED, 1000, 0, ORDER_NOT_TOLD",
        "awaiting_payment, paid, 1000, 0, CAPTURED, 1000, 0, ORDER_NOT_TOLD",
        "awaiting_payment, unpaid, 0, 0, CANCELED, 0, 0, ORDER_NOT_TOLD",
        "confirmed, paid, 1000, 0, OPEN, 0, 0, ORDER_PAID_WITHOUT_MONEY",
        "confirmed, unpaid, 0, 0, OPEN, 0, 0, ORDER_PAID_WITHOUT_MONEY",
        "cancelled, unpaid, 0, 0, CANCELED, 0, 0, ",
        "cancelled, refunded, 1000, 1000, CAPTURED, 1000, 1000, ",
        "cancelled, refunded, 1000, 400, CAPTURED, 1000, 1000, ORDER_NOT_TOLD",
        "cancelled, paid, 1000, 0, CAPTURED, 1000, 0, MONEY_NOT_RETURNED",
        "cancelled, needs_attention, 1000, 0, CAPTURED, 1000, 0, ",
        "cancelling, paid, 1000, 0, CAPTURED, 1000, 0, ",
        "placing, unpaid, 0, 0, OPEN, 0, 0, ",
    })
    void theOrderIsComparedWithItsPayment(
            String status,
            String standing,
            long known,
            long knownRefunded,
            PaymentStatus paid,
            long captured,
            long refunded,
            @Nullable Code code) {
        order = order(status, standing, "none", known, knownRefunded);
        payment = payment(paid, captured, refunded, DisputeStatus.NONE);
        stock = stockFor(status);
        if (captured == 0) {
            ledger.clear();
            intents.set(0, intent(OWN, atStripe(paid), 0));
        } else {
            ledger.set(1, entry(LedgerKind.CAPTURED, OWN, captured));
            intents.set(0, intent(OWN, IntentStatus.SUCCEEDED, captured));
        }
        if (paid == PaymentStatus.AUTHORIZED) {
            ledger.add(entry(LedgerKind.AUTHORISED, OWN, 1000));
        }
        if (refunded > 0) {
            ledger.add(entry(LedgerKind.REFUNDED, "re_1", refunded));
            refunds.add(refund("re_1", RefundReading.State.SUCCEEDED, refunded));
        }
        assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "awaiting_payment, held, ",
        "awaiting_payment, , RESERVATION_MISSING",
        "awaiting_payment, released, RESERVATION_MISSING",
        "awaiting_payment, committed, STOCK_DIFFERS",
        "confirmed, committed, ",
        "confirmed, held, STOCK_NOT_COMMITTED",
        "confirmed, , RESERVATION_MISSING",
        "confirmed, released, RESERVATION_MISSING",
        "confirmed, returned, STOCK_DIFFERS",
        "cancelled, held, STOCK_NOT_RELEASED",
        "cancelled, committed, STOCK_NOT_RETURNED",
        "cancelled, , ",
        "abandoned, held, STOCK_NOT_RELEASED",
        "abandoned, released, ",
        "cancelling, held, ",
        "placing, , ",
    })
    void theOrderIsComparedWithItsStock(String status, @Nullable String held, @Nullable Code code) {
        boolean paid = status.equals("confirmed");
        order = order(status, paid ? "paid" : "unpaid", "none", paid ? 1000 : 0, 0);
        stock = held == null ? null : stock(held, 0);
        if (!paid) {
            boolean open = status.equals("awaiting_payment");
            payment = payment(open ? PaymentStatus.OPEN : PaymentStatus.CANCELED, 0, 0, DisputeStatus.NONE);
            ledger.clear();
            intents.set(0, intent(OWN, open ? IntentStatus.OPEN : IntentStatus.CANCELED, 0));
        }
        assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ", "1, 1, ", "1, 0, STOCK_NOT_RETURNED", "0, 1, STOCK_DIFFERS", "2, 1, STOCK_NOT_RETURNED"})
    void unitsThatRefundsBringBackAreBack(int owed, int back, @Nullable Code code) {
        order = new OrderSide(
                ID,
                "confirmed",
                "paid",
                "none",
                "EUR",
                1000,
                1000,
                0,
                3L,
                THEN,
                Map.of("A", 2),
                owed == 0 ? Map.of() : Map.of("A", owed));
        stock = stock("committed", back);
        assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aCauseIsToldOnceAndNotWhatFollowsFromIt() {
        // Stripe took the money, nobody here knows: the order cannot know either.
        payment = payment(PaymentStatus.OPEN, 0, 0, DisputeStatus.NONE);
        ledger.clear();
        assertThat(codes()).containsExactly(Code.CAPTURE_NOT_IN_LEDGER);
        intents.clear();
        assertThat(codes()).containsExactly(Code.PAYMENT_MISSING_AT_STRIPE);
    }

    @Test
    void whatBecameOfAGrantIsFound() {
        order = order("confirmed", "authorized", "none", 0, 0);
        payment = payment(PaymentStatus.AUTHORIZED, 0, 0, DisputeStatus.NONE);
        ledger.remove(1);
        intents.set(0, intent(OWN, IntentStatus.AUTHORIZED, 0));
        assertThat(codes()).isEmpty();
        // Captured in part at the Dashboard, or expired, and nobody told.
        intents.set(0, intent(OWN, IntentStatus.SUCCEEDED, 400));
        assertThat(codes()).containsExactly(Code.CAPTURE_NOT_IN_LEDGER);
        intents.set(0, intent(OWN, IntentStatus.CANCELED, 0));
        assertThat(codes()).containsExactly(Code.CANCELLATION_NOT_IN_LEDGER);
        intents.set(0, intent(OWN, IntentStatus.OPEN, 0));
        assertThat(codes()).containsExactly(Code.AMOUNT_DIFFERS);
        payment = payment(PaymentStatus.OPEN, 0, 0, DisputeStatus.NONE);
        ledger.clear();
        intents.set(0, intent(OWN, IntentStatus.AUTHORIZED, 0));
        assertThat(codes()).containsExactly(Code.AUTHORISATION_NOT_IN_LEDGER);
    }

    @Test
    void refundsAreComparedOneByOne() {
        refunds.add(refund("re_1", RefundReading.State.PENDING, 100));
        assertThat(codes()).isEmpty();
        refunds.set(0, refund("re_1", RefundReading.State.SUCCEEDED, 100));
        assertThat(codes()).containsExactly(Code.REFUND_NOT_IN_LEDGER);
        ledger.add(entry(LedgerKind.REFUNDED, "re_1", 100));
        payment = payment(PaymentStatus.CAPTURED, 1000, 100, DisputeStatus.NONE);
        order = order("confirmed", "partially_refunded", "none", 1000, 100);
        assertThat(codes()).isEmpty();
        ledger.add(entry(LedgerKind.REFUNDED, "re_2", 100));
        assertThat(codes()).containsExactly(Code.REFUND_NOT_AT_STRIPE);
        ledger.remove(ledger.size() - 1);
        refunds.set(0, refund("re_1", RefundReading.State.FAILED, 100));
        assertThat(codes()).containsExactly(Code.REFUND_NOT_IN_LEDGER);
        refunds.set(0, refund("re_1", RefundReading.State.SUCCEEDED, 90));
        assertThat(codes()).containsExactly(Code.AMOUNT_DIFFERS);
    }

    @Test
    void disputesAreComparedFromOpeningToEnd() {
        disputes.add(dispute(DisputeState.NEEDS_RESPONSE));
        assertThat(codes()).containsExactly(Code.DISPUTE_NOT_IN_LEDGER);
        ledger.add(entry(LedgerKind.DISPUTE_OPENED, "dp_1", 1000));
        payment = payment(PaymentStatus.CAPTURED, 1000, 0, DisputeStatus.OPEN);
        assertThat(codes()).containsExactly(Code.ORDER_NOT_TOLD);
        order = order("confirmed", "paid", "open", 1000, 0);
        assertThat(codes()).isEmpty();
        disputes.set(0, dispute(DisputeState.LOST));
        assertThat(codes()).containsExactly(Code.DISPUTE_NOT_IN_LEDGER);
        disputes.clear();
        assertThat(codes()).containsExactly(Code.DISPUTE_NOT_AT_STRIPE);
    }

    @Test
    void aPaymentIntentThatNobodyKnowsIsOnlyMendedWithoutMoneyAndForAnOrderOfOurs() {
        intents.add(intent("pi_other", IntentStatus.CANCELED, 0));
        assertThat(codes()).isEmpty();
        intents.set(1, intent("pi_other", IntentStatus.OPEN, 0));
        assertThat(findings().get(0).code()).isEqualTo(Code.STRIPE_PAYMENT_UNKNOWN);
        assertThat(findings().get(0).repair()).isEqualTo(RepairAction.SETTLE_INTENT);
        intents.set(1, intent("pi_other", IntentStatus.SUCCEEDED, 1000));
        assertThat(findings().get(0).code()).isEqualTo(Code.TWO_PAYMENTS_WITH_MONEY);
        assertThat(findings().get(0).repair()).isNull();
        intents.remove(0);
        payment = null;
        ledger.clear();
        intents.set(0, intent("pi_other", IntentStatus.OPEN, 0));
        assertThat(findings().get(0).code()).isEqualTo(Code.STRIPE_PAYMENT_UNKNOWN);
        assertThat(findings().get(0).repair()).isNull();
    }

    @Test
    void ofAnOlderOrderOnlyWhatIsNewAtStripeIsLookedAt() {
        whole = false;
        order = null;
        stock = null;
        intents.clear();
        ledger.add(entry(LedgerKind.REFUNDED, "re_old", 100));
        assertThat(codes()).isEmpty();
        refunds.add(refund("re_1", RefundReading.State.SUCCEEDED, 100));
        assertThat(codes()).containsExactly(Code.REFUND_NOT_IN_LEDGER);
    }

    @Test
    void whatHasMovedSinceIsNotQuiet() {
        assertThat(sides().isQuietSince(THEN)).isTrue();
        assertThat(sides().isQuietSince(THEN.minusMillis(1))).isFalse();
        refunds.add(new RefundReading(
                "re_1", OWN, RefundReading.State.SUCCEEDED, 100, "EUR", null, null, THEN.plusSeconds(1)));
        assertThat(sides().isQuietSince(THEN)).isFalse();
    }

    @Test
    void everyCodeHasAdvice() {
        assertThat(Code.values()).allSatisfy(code -> assertThat(code.advice()).isNotBlank());
    }

    private List<Code> codes() {
        return findings().stream().map(Finding::code).toList();
    }

    private List<Finding> findings() {
        return Comparison.of(sides());
    }

    private Sides sides() {
        LedgerSide own = payment == null ? null : new LedgerSide(payment, ledger);
        return new Sides(ID, order, own, new StripeSide(intents, refunds, disputes), stock, whole);
    }

    private static OrderSide order(String status, String standing, String dispute, long captured, long refunded) {
        return new OrderSide(
                ID, status, standing, dispute, "EUR", 1000, captured, refunded, 3L, THEN, Map.of("A", 2), Map.of());
    }

    private static PaymentState payment(PaymentStatus status, long captured, long refunded, DisputeStatus dispute) {
        return new PaymentState(
                ID,
                3,
                status,
                "EUR",
                1000,
                new Grant(CaptureMethod.MANUAL, status == PaymentStatus.OPEN ? 0 : 1000, null),
                null,
                captured,
                refunded,
                RefundStatus.NONE,
                dispute,
                OWN,
                null,
                false,
                null,
                THEN,
                THEN);
    }

    private static StockSide stock(String status, int returned) {
        return new StockSide(ID, status, List.of(new StockSide.Line("A", 2, returned)), THEN);
    }

    private static @Nullable StockSide stockFor(String orderStatus) {
        return switch (orderStatus) {
            case "confirmed", "completed" -> stock("committed", 0);
            case "awaiting_payment", "placing", "cancelling" -> stock("held", 0);
            default -> stock("released", 0);
        };
    }

    private static TransactionView entry(LedgerKind kind, String object, long amount) {
        return new TransactionView(kind, object, amount, "EUR", THEN);
    }

    private static IntentStatus atStripe(PaymentStatus status) {
        return switch (status) {
            case PENDING, OPEN -> IntentStatus.OPEN;
            case AUTHORIZED -> IntentStatus.AUTHORIZED;
            case CAPTURED -> IntentStatus.SUCCEEDED;
            case CANCELED -> IntentStatus.CANCELED;
        };
    }

    private static IntentSide intent(String id, IntentStatus status, long received) {
        long authorised = status == IntentStatus.AUTHORIZED ? 1000 : received;
        return new IntentSide(id, status, 1000, authorised, received, "EUR", false, THEN);
    }

    private static RefundReading refund(String id, RefundReading.State state, long amount) {
        return new RefundReading(id, OWN, state, amount, "EUR", null, null, THEN);
    }

    private static DisputeReading dispute(DisputeState state) {
        return new DisputeReading("dp_1", OWN, state, 1000, "EUR", "fraudulent", null, THEN, List.of());
    }
}
