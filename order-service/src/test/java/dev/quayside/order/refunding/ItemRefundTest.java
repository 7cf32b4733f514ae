package dev.quayside.order.refunding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.order.CardChoice;
import dev.quayside.order.order.DisputeStatus;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.RefundShares;
import dev.quayside.order.pricing.Totals;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundKind;
import dev.quayside.order.refund.RefundReason;
import dev.quayside.order.refund.RefundState;
import dev.quayside.order.refund.RefundedUnits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemRefundTest {
    private static final UUID ANY = new UUID(0, 1);

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "ISK", "MGA", "UGX"})
    void refundsOfWhateverPartsInWhateverOrderSumToTheCharge(String code) {
        Random random = new Random(20261122);
        Currency currency = Currency.of(code);
        for (int run = 0; run < 1_500; run++) {
            OrderState order = order(random, currency);
            List<BookedRefund> refunds = new ArrayList<>();
            while (refundSome(random, order, refunds)) {
                if (random.nextInt(5) == 0) {
                    failOne(random, refunds);
                }
                assertThat(counted(refunds))
                        .isBetween(0L, order.totals().total().amount());
            }
            assertThat(counted(refunds)).isEqualTo(order.totals().total().amount());
            assertThat(refunds).allMatch(refund -> currency.canCharge(refund.amount()));
        }
    }

    @Test
    void sharesOfAllUnitsAndOfShippingAreTheTotalWithDiscountAndTax() {
        Currency eur = Currency.of("EUR");
        List<PricedLine> lines = List.of(line("A", 3, 333, eur), line("B", 1, 1, eur), line("C", 7, 0, eur));
        Totals totals = new Totals(eur(1000), eur(101), eur(499), eur(266), eur(1664));
        RefundShares shares = RefundShares.of(lines, totals);
        assertThat(shares.units("C", 7)).isEqualTo(eur(0));
        long sum = shares.units("A", 3).amount()
                + shares.units("B", 1).amount()
                + shares.shipping().amount();
        assertThat(sum).isEqualTo(1664);
        // 999 − 101 discount, with 266/1398 of it as tax: 1069 for three.
        assertThat(shares.units("A", 3)).isEqualTo(eur(1069));
        assertThat(shares.units("A", 1)).isEqualTo(eur(356));
        assertThat(shares.units("A", 2)).isEqualTo(eur(713));
    }

    @Test
    void orderOfWhichNothingIsChargedHasNothingToShare() {
        Currency eur = Currency.of("EUR");
        Totals free = new Totals(eur(1000), eur(1000), eur(0), eur(0), eur(0));
        RefundShares shares = RefundShares.of(List.of(line("A", 4, 250, eur)), free);
        assertThat(shares.units("A", 4)).isEqualTo(eur(0));
        assertThat(shares.shipping()).isEqualTo(eur(0));
    }

    /** Refunds some of the units that are left, and shipping at some time; false when all is refunded. */
    private static boolean refundSome(Random random, OrderState order, List<BookedRefund> refunds) {
        Map<String, Integer> left = new HashMap<>();
        order.lines().forEach(line -> left.put(line.sku(), line.quantity()));
        refunds.stream()
                .filter(BookedRefund::counts)
                .flatMap(refund -> refund.units().stream())
                .forEach(units -> left.merge(units.sku(), -units.quantity(), Integer::sum));
        List<RefundItem> items = left.entrySet().stream()
                .filter(line -> line.getValue() > 0 && random.nextBoolean())
                .map(line -> new RefundItem(line.getKey(), 1 + random.nextInt(line.getValue())))
                .toList();
        boolean shipped = refunds.stream().anyMatch(refund -> refund.counts() && refund.includeShipping());
        ItemRefund refund = new ItemRefund(order, List.copyOf(refunds));
        Long shipping = refund.shipping(!shipped && random.nextInt(3) == 0);
        refunds.add(booked(refund.units(items, false), shipping));
        return !shipped || left.values().stream().anyMatch(units -> units > 0);
    }

    private static void failOne(Random random, List<BookedRefund> refunds) {
        int index = random.nextInt(refunds.size());
        BookedRefund one = refunds.get(index);
        refunds.set(index, booked(one.units(), one.includeShipping(), one.amount(), RefundState.FAILED));
    }

    private static long counted(List<BookedRefund> refunds) {
        return refunds.stream()
                .filter(BookedRefund::counts)
                .mapToLong(BookedRefund::amount)
                .sum();
    }

    private static BookedRefund booked(List<RefundedUnits> units, @org.jspecify.annotations.Nullable Long shipping) {
        long amount = units.stream().mapToLong(RefundedUnits::amount).sum() + (shipping == null ? 0 : shipping);
        return booked(units, shipping != null, amount, RefundState.SUCCEEDED);
    }

    private static BookedRefund booked(List<RefundedUnits> units, boolean shipping, long amount, RefundState state) {
        return new BookedRefund(
                ANY,
                ANY,
                RefundKind.REQUESTED,
                amount,
                units,
                shipping,
                false,
                state,
                RefundReason.DUPLICATE,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static OrderState order(Random random, Currency currency) {
        List<PricedLine> lines = IntStream.rangeClosed(1, 1 + random.nextInt(5))
                .mapToObj(n -> line(
                        "SKU-" + n,
                        1 + random.nextInt(12),
                        random.nextInt(random.nextBoolean() ? 4 : 3_000) * currency.step(),
                        currency))
                .toList();
        Money shipping = new Money(random.nextInt(700) * currency.step(), currency);
        BigDecimal rate = BigDecimal.valueOf(random.nextInt(100_000), 5);
        Totals whole = Totals.of(lines, shipping, rate);
        Money discount = whole.subtotal().share(BigDecimal.valueOf(random.nextInt(101), 2));
        Money taxed = whole.subtotal().minus(discount).plus(shipping);
        Money tax = taxed.share(rate);
        Totals totals = new Totals(whole.subtotal(), discount, shipping, tax, taxed.plus(tax));
        return new OrderState(
                ANY,
                null,
                OrderStatus.CONFIRMED,
                currency,
                lines,
                totals,
                rate,
                Instant.EPOCH,
                null,
                null,
                null,
                true,
                null,
                totals.total().amount(),
                0,
                false,
                DisputeStatus.NONE,
                CardChoice.NONE,
                null);
    }

    private static PricedLine line(String sku, int quantity, long price, Currency currency) {
        return new PricedLine(sku, ANY, ANY, "Thing", Map.of(), quantity, new Money(price, currency));
    }

    private static Money eur(long amount) {
        return Money.of(amount, "EUR");
    }
}
