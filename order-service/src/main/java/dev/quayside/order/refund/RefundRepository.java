package dev.quayside.order.refund;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.runtime.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RefundRepository implements PanacheRepositoryBase<Refund, UUID> {
    /** Writes what a cancelled order owes, unless it has been written before. */
    void insertForCancellation(UUID orderId, long amount, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into refunds (id, order_id, kind, amount, status, reason, include_shipping, shipping_amount,
                            restock, created_at, updated_at)
                        values (:id, :order, 'cancellation', :amount, 'pending', 'requested_by_customer', false, 0, false,
                            :now, :now)
                        on conflict (order_id, kind) where kind = 'cancellation' do nothing""")
                .setParameter("id", Ids.next())
                .setParameter("order", orderId)
                .setParameter("amount", amount)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Owes again what was refused because of a dispute: its id was never used at Stripe. */
    void reviveForCancellation(UUID orderId, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        update refunds set status = 'pending', failure_reason = null, updated_at = :now
                        where order_id = :order and kind = 'cancellation' and status = 'failed'
                            and failure_reason = 'payment_disputed'""")
                .setParameter("order", orderId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Ends a pending refund; false when it was ended before. */
    boolean succeed(UUID id, Instant now) {
        return one(
                id,
                getEntityManager()
                        .createNativeQuery("""
                                update refunds set status = 'succeeded', updated_at = :now
                                where id = :id and status = 'pending'""")
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    /** Ends a refund that gave nothing back, or whose money has come back; false when it was failed before. */
    boolean fail(UUID id, @Nullable String reason, Instant now) {
        return one(
                id,
                getEntityManager()
                        .createNativeQuery("""
                                update refunds set status = 'failed', failure_reason = cast(:reason as text),
                                    updated_at = :now
                                where id = :id and status <> 'failed'""")
                        .setParameter("reason", reason)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    /** Notes that a refund's units are back; false when it was noted before. */
    boolean restock(UUID id, Instant now) {
        return one(
                id,
                getEntityManager()
                        .createNativeQuery("""
                                update refunds set restocked_at = :now, updated_at = :now
                                where id = :id and restock and restocked_at is null""")
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    /** The state alone, for those who look often. */
    Optional<RefundState> state(UUID id) {
        return getEntityManager()
                .createQuery("select r.state from " + Refund.class.getName() + " r where r.id = :id", RefundState.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Up to {@code limit + 1} refunds of an order. */
    List<Refund> page(UUID orderId, ListQuery query) {
        String direction = query.descending() ? " desc" : "";
        String order = " order by createdAt" + direction + ", id" + direction;
        Cursor cursor = query.cursor();
        String past = query.descending() ? "<" : ">";
        return (cursor == null
                        ? find("orderId = ?1" + order, orderId)
                        : find(
                                "orderId = ?1 and (createdAt " + past + " ?2 or (createdAt = ?2 and id " + past
                                        + " ?3))" + order,
                                orderId,
                                cursor.time(),
                                cursor.id()))
                .range(query.offset(), query.offset() + query.limit())
                .list();
    }

    private static boolean one(UUID id, int changed) {
        if (changed > 1) {
            throw new IllegalStateException("refund " + id + " has " + changed + " rows");
        }
        return changed == 1;
    }
}
