package dev.quayside.payment.payment;

import org.jspecify.annotations.Nullable;

/**
 * A fact about a payment's money, for its ledger.
 *
 * @param kind what happened
 * @param objectId to what: Stripe's id, or the refund's own id when it was only asked for
 * @param amount minor units
 * @param currency of the merchant's balance for what moved there; null for the payment's own
 */
public record Fact(
        LedgerKind kind,
        String objectId,
        long amount,
        @Nullable String currency) {
    /** A fact in the payment's currency. */
    public Fact(LedgerKind kind, String objectId, long amount) {
        this(kind, objectId, amount, null);
    }
}
