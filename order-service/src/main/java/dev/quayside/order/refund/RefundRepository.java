package dev.quayside.order.refund;

import dev.quayside.kit.runtime.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RefundRepository implements PanacheRepositoryBase<Refund, UUID> {
    /** Writes what a cancelled order owes, unless it has been written before. */
    void insertForCancellation(UUID orderId, long amount, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into refunds (id, order_id, kind, amount, status, created_at, updated_at)
                        values (:id, :order, 'cancellation', :amount, 'pending', :now, :now)
                        on conflict on constraint refunds_once_per_order_and_kind do nothing""")
                .setParameter("id", Ids.next())
                .setParameter("order", orderId)
                .setParameter("amount", amount)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Settles a pending refund; false when it was settled before. */
    boolean settle(UUID id, String status, @Nullable String failureReason, Instant now) {
        int settled = getEntityManager()
                .createNativeQuery("""
                        update refunds set status = :status, failure_reason = cast(:reason as text), updated_at = :now
                        where id = :id and status = 'pending'""")
                .setParameter("status", status)
                .setParameter("reason", failureReason)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
        if (settled > 1) {
            throw new IllegalStateException("refund " + id + " has " + settled + " rows");
        }
        return settled == 1;
    }
}
