package dev.quayside.stripe.money;

import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Params;
import java.util.Locale;

/** Refuses amounts and currencies that Stripe refuses, in the order in which it does. */
public final class Amounts {
    private Amounts() {}

    public static String currency(Params params) {
        String currency = params.required("currency").toLowerCase(Locale.ROOT);
        if (!Currencies.knows(currency)) {
            throw ApiError.invalid(
                    null,
                    "currency",
                    "Invalid currency: " + currency + ". Stripe currently supports these currencies: "
                            + String.join(", ", Currencies.all()));
        }
        return currency;
    }

    /** The parameter as a chargeable amount of the currency, in minor units. */
    public static long chargeable(Params params, String currency) {
        long amount = positive(params, "amount");
        if (amount < Currencies.minimum(currency)) {
            throw ApiError.invalid(
                    "amount_too_small",
                    "amount",
                    "Amount must be at least " + Currencies.format(Currencies.minimum(currency), currency) + " "
                            + currency);
        }
        if (amount > Currencies.MAXIMUM) {
            throw ApiError.invalid(
                    "amount_too_large",
                    "amount",
                    "Amount must be no more than " + Currencies.format(Currencies.MAXIMUM, currency));
        }
        if (amount % Currencies.step(currency) != 0) {
            throw ApiError.invalid(
                    null,
                    "amount",
                    "Invalid amount for " + currency + ": must be a multiple of " + Currencies.step(currency));
        }
        return amount;
    }

    public static long positive(Params params, String name) {
        long amount = params.requiredInteger(name);
        if (amount < 1) {
            throw ApiError.invalid("parameter_invalid_integer", name, "This value must be greater than or equal to 1.");
        }
        return amount;
    }
}
