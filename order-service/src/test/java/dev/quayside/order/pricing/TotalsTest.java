package dev.quayside.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final UUID ANY = new UUID(0, 0);

    @Test
    void totalsAddUpForWhateverIsBought() {
        Random random = new Random(20260101);
        for (int run = 0; run < 20_000; run++) {
            Currency currency = Currency.of(List.of("EUR", "JPY", "ISK").get(random.nextInt(3)));
            List<PricedLine> lines = IntStream.rangeClosed(1, 1 + random.nextInt(8))
                    .mapToObj(
                            n -> line(n, 1 + random.nextInt(999), random.nextInt(100_000) * currency.step(), currency))
                    .toList();
            Money shipping = new Money(random.nextInt(2_000) * currency.step(), currency);
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(100_000), 5);
            Totals totals = Totals.of(lines, shipping, rate);
            long subtotal = lines.stream()
                    .mapToLong(line -> line.unitPrice().amount() * line.quantity())
                    .sum();
            assertThat(totals.subtotal().amount()).isEqualTo(subtotal);
            assertThat(totals.total().amount())
                    .isEqualTo(subtotal + shipping.amount() + totals.tax().amount());
            assertThat(totals.tax().amount()).isEqualTo(expectedTax(subtotal + shipping.amount(), rate, currency));
            assertThat(currency.canCharge(totals.total().amount())).isTrue();
        }
    }

    @Test
    void halfACentIsRoundedUpOnce() {
        Money shipping = Money.of(0, "EUR");
        Currency eur = Currency.of("EUR");
        List<PricedLine> lines = List.of(line(1, 1, 5, eur), line(2, 1, 10, eur));
        Totals totals = Totals.of(lines, shipping, new BigDecimal("0.10"));
        assertThat(totals.tax()).isEqualTo(Money.of(2, "EUR"));
    }

    @Test
    void totalThatDoesNotAddUpCannotBeMade() {
        Money one = Money.of(1, "EUR");
        assertThatThrownBy(() -> new Totals(one, one, one, one, one)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWhatStripeChargesPasses() {
        Map<String, Long> least = Map.of("EUR", 50L, "GBP", 30L, "JPY", 50L, "CZK", 1500L, "HUF", 17_500L, "INR", 1L);
        least.forEach((currency, amount) -> {
            ChargeLimits.require(Money.of(amount, currency));
            assertThatThrownBy(() -> ChargeLimits.require(Money.of(amount - 1, currency)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(OrderProblem.AMOUNT_TOO_SMALL));
        });
        ChargeLimits.require(Money.of(99_999_999, "EUR"));
        assertThatThrownBy(() -> ChargeLimits.require(Money.of(100_000_000, "EUR")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(OrderProblem.AMOUNT_TOO_LARGE));
    }

    private static long expectedTax(long taxed, BigDecimal rate, Currency currency) {
        return BigDecimal.valueOf(taxed / currency.step())
                .multiply(rate)
                .setScale(0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(currency.step()))
                .longValueExact();
    }

    private static PricedLine line(int n, int quantity, long price, Currency currency) {
        return new PricedLine("SKU-" + n, ANY, ANY, "Thing", Map.of(), quantity, new Money(price, currency));
    }
}
