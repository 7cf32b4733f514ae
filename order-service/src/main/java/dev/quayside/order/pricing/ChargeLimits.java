package dev.quayside.order.pricing;

import static java.util.Map.entry;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import java.util.Map;

/** What Stripe charges at least and at most, so that no order is made that could not be paid. Source: Stripe's currency page. */
public final class ChargeLimits {
    /** Eight digits, in every currency. */
    public static final long MOST = 99_999_999;

    private static final long LEAST_ELSEWHERE = 1;
    private static final Map<String, Long> LEAST = Map.ofEntries(
            entry("USD", 50L),
            entry("EUR", 50L),
            entry("CHF", 50L),
            entry("CAD", 50L),
            entry("AUD", 50L),
            entry("GBP", 30L),
            entry("JPY", 50L),
            entry("DKK", 250L),
            entry("SEK", 300L),
            entry("NOK", 300L),
            entry("PLN", 200L),
            entry("CZK", 1500L),
            entry("HUF", 17_500L));

    private ChargeLimits() {}

    /** Passes a total that can be charged; else a 422 {@code amount_too_small} or {@code amount_too_large}. */
    public static void require(Money total) {
        long least = LEAST.getOrDefault(total.currency().code(), LEAST_ELSEWHERE);
        if (total.amount() < least) {
            throw refused(OrderProblem.AMOUNT_TOO_SMALL, total, "at least " + least);
        }
        if (total.amount() > MOST) {
            throw refused(OrderProblem.AMOUNT_TOO_LARGE, total, "at most " + MOST);
        }
    }

    private static ProblemException refused(OrderProblem problem, Money total, String bound) {
        return new ProblemException(
                problem,
                "the total is " + total.amount() + " minor units of " + total.currency() + "; it must be " + bound);
    }
}
