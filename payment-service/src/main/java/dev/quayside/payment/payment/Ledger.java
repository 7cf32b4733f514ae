package dev.quayside.payment.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The only writer of the ledger. A fact that is already there is not written again. */
@ApplicationScoped
class Ledger implements PanacheRepositoryBase<LedgerEntry, Long> {
    void record(Payment payment, Fact fact, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into payment_transactions (order_id, kind, object_id, amount, currency, recorded_at)
                        values (:order, :kind, :object, :amount, :currency, :now)
                        on conflict on constraint payment_transactions_once do nothing""")
                .setParameter("order", payment.orderId())
                .setParameter("kind", fact.kind().name())
                .setParameter("object", fact.objectId())
                .setParameter("amount", fact.amount())
                .setParameter("currency", fact.currency() == null ? payment.currency() : fact.currency())
                .setParameter("now", now)
                .executeUpdate();
    }

    List<TransactionView> of(UUID orderId) {
        return find("orderId = ?1 order by id", orderId).stream()
                .map(LedgerEntry::view)
                .toList();
    }

    /** What the rows of each order come to. */
    Map<UUID, LedgerTotals> totals(Collection<UUID> orderIds) {
        Map<UUID, List<LedgerEntry>> byOrder =
                find("orderId in ?1", orderIds).stream().collect(Collectors.groupingBy(LedgerEntry::orderId));
        Map<UUID, LedgerTotals> totals = new HashMap<>();
        byOrder.forEach((order, rows) -> totals.put(
                order, LedgerTotals.of(rows.stream().map(LedgerEntry::view).toList())));
        return totals;
    }

    /** The rows of each order, oldest first. */
    Map<UUID, List<TransactionView>> entries(Collection<UUID> orderIds) {
        return find("orderId in ?1 order by id", orderIds).stream()
                .collect(Collectors.groupingBy(
                        LedgerEntry::orderId, Collectors.mapping(LedgerEntry::view, Collectors.toList())));
    }
}
