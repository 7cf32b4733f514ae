package dev.quayside.payment.opening;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an order owes, and a line for the merchant's Dashboard. */
public record OpenPaymentRequest(
        @NotNull Money amount, @Size(max = 500) @Nullable String description) {

    /** An amount that can be charged at all: positive, and in a currency's own steps. Anything else is a 422. */
    Money chargeable() {
        if (amount.currency() == null) {
            throw ProblemException.invalidField("amount.currency", "not_null", "must not be null");
        }
        if (amount.amount() <= 0) {
            throw ProblemException.invalidField("amount.amount", "positive", "must be greater than 0");
        }
        if (!amount.currency().canCharge(amount.amount())) {
            String step = String.valueOf(amount.currency().step());
            throw ProblemException.invalidField("amount.amount", "step", "must be a multiple of " + step);
        }
        return amount;
    }
}
