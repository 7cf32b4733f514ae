package dev.quayside.payment.payment;

import java.time.Instant;

/** A row of a payment's ledger as staff see it; the amount is in minor units. */
public record TransactionView(LedgerKind kind, String objectId, long amount, String currency, Instant recordedAt) {}
