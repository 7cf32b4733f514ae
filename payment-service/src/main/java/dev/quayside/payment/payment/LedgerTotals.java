package dev.quayside.payment.payment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ledger of one order comes to, in minor units.
 *
 * @param held what was granted and not released: what is captured, or still can be
 * @param captures how many captures it has; more than one would be a double effect
 * @param captured their sum
 * @param refunded what was given back and did not come back
 * @param failedRefunds Stripe's ids of refunds that failed, at once or later
 * @param disputesOpened the disputed amounts by Stripe's id of the dispute
 * @param disputesWon those of them that were won, or came to nothing
 * @param disputesLost those of them that were lost
 */
public record LedgerTotals(
        long held,
        long captures,
        long captured,
        long refunded,
        Set<String> failedRefunds,
        Map<String, Long> disputesOpened,
        Map<String, Long> disputesWon,
        Map<String, Long> disputesLost) {
    /** A ledger without rows. */
    public static final LedgerTotals NOTHING = of(List.of());

    static LedgerTotals of(List<TransactionView> rows) {
        return new LedgerTotals(
                sum(rows, LedgerKind.AUTHORISED) - sum(rows, LedgerKind.RELEASED),
                rows.stream().filter(row -> row.kind() == LedgerKind.CAPTURED).count(),
                sum(rows, LedgerKind.CAPTURED),
                sum(rows, LedgerKind.REFUNDED) - sum(rows, LedgerKind.REFUND_REVERSED),
                rows.stream()
                        .filter(row ->
                                row.kind() == LedgerKind.REFUND_FAILED || row.kind() == LedgerKind.REFUND_REVERSED)
                        .map(TransactionView::objectId)
                        .collect(Collectors.toSet()),
                byObject(rows, LedgerKind.DISPUTE_OPENED),
                byObject(rows, LedgerKind.DISPUTE_WON),
                byObject(rows, LedgerKind.DISPUTE_LOST));
    }

    private static Map<String, Long> byObject(List<TransactionView> rows, LedgerKind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .collect(Collectors.toMap(TransactionView::objectId, TransactionView::amount));
    }

    private static long sum(List<TransactionView> rows, LedgerKind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .mapToLong(TransactionView::amount)
                .sum();
    }
}
