package dev.quayside.order.pricing;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;

/** An amount of an order's money that a caller names in the field {@code amount}. */
public final class AskedAmount {
    private AskedAmount() {}

    /** Passes what can be moved in the order's currency; anything else is a 422 on the part of the field that is at fault. */
    public static void require(Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            throw ProblemException.invalidField(
                    "amount.currency", "other_currency", "must be " + currency + ", the order's");
        }
        if (amount.amount() <= 0) {
            throw ProblemException.invalidField("amount.amount", "positive", "must be at least 1");
        }
        if (!currency.canCharge(amount.amount())) {
            throw ProblemException.invalidField("amount.amount", "step", "must be a multiple of " + currency.step());
        }
    }
}
