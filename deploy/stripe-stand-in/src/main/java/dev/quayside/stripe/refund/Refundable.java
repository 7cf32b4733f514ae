package dev.quayside.stripe.refund;

import dev.quayside.stripe.money.Currencies;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.wire.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * What of a charge can be given back, in minor units, and the refusals as they were recorded from the real Stripe: asking
 * for too much has a param and no code.
 */
record Refundable(Document charge, long rest) {

    static Refundable of(Document charge) {
        return new Refundable(charge, charge.number("amount_captured") - charge.number("amount_refunded"));
    }

    /** The amount to refund; null asks for the rest. */
    long check(@Nullable Long asked) {
        if (charge.flag("_disputed_funds")) {
            throw ApiError.refused(
                    "charge_disputed",
                    null,
                    "Charge " + charge.id() + " has been charged back; cannot issue a refund.");
        }
        if (charge.flag("refunded")) {
            throw ApiError.refused(
                    "charge_already_refunded", null, "Charge " + charge.id() + " has already been refunded.");
        }
        long amount = asked == null ? rest : asked;
        if (amount > rest) {
            String currency = charge.word("currency");
            throw ApiError.refused(
                    null,
                    "amount",
                    "Refund amount (" + Currencies.format(amount, currency)
                            + ") is greater than unrefunded amount on charge (" + Currencies.format(rest, currency)
                            + ")");
        }
        return amount;
    }
}
