package dev.quayside.payment.payment;

/**
 * A fact about a payment's money, for its ledger.
 *
 * @param kind what happened
 * @param objectId to what: Stripe's id, or the refund's own id when it was only asked for
 * @param amount minor units of the payment's currency
 */
public record Fact(LedgerKind kind, String objectId, long amount) {}
