package dev.quayside.payment.payment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ledger of one order comes to, in minor units.
 *
 * @param captures how many captures it has; more than one would be a double effect
 * @param captured their sum
 * @param refunded what was given back and did not come back
 * @param failedRefunds Stripe's ids of refunds that failed, at once or later
 */
public record LedgerTotals(long captures, long captured, long refunded, Set<String> failedRefunds) {
    static LedgerTotals of(List<TransactionView> rows) {
        return new LedgerTotals(
                rows.stream().filter(row -> row.kind() == LedgerKind.CAPTURED).count(),
                sum(rows, LedgerKind.CAPTURED),
                sum(rows, LedgerKind.REFUNDED) - sum(rows, LedgerKind.REFUND_REVERSED),
                rows.stream()
                        .filter(row ->
                                row.kind() == LedgerKind.REFUND_FAILED || row.kind() == LedgerKind.REFUND_REVERSED)
                        .map(TransactionView::objectId)
                        .collect(Collectors.toSet()));
    }

    private static long sum(List<TransactionView> rows, LedgerKind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .mapToLong(TransactionView::amount)
                .sum();
    }
}
