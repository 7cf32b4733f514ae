package dev.quayside.payment.payment;

import dev.quayside.kit.money.Money;
import dev.quayside.payment.gateway.CaptureMethod;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every writer locks the payment's row first; two that would insert it meet on the primary key. */
@ApplicationScoped
class PaymentRepository implements PanacheRepositoryBase<Payment, UUID> {
    Optional<Payment> locked(UUID orderId) {
        return findByIdOptional(orderId, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Inserts the row unless the order has one. True when it was inserted. Its first version counts as published: whoever makes the
     * payment is told of it in the answer.
     */
    boolean insert(UUID orderId, Money money, CaptureMethod capture, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into payments (order_id, status, currency, amount, capture, version,
                                    published_version, created_at, changed_at)
                                values (:order, 'PENDING', :currency, :amount, :capture, 1, 1, :now, :now)
                                on conflict on constraint payments_pk do nothing""")
                        .setParameter("order", orderId)
                        .setParameter("currency", money.currency().code())
                        .setParameter("amount", money.amount())
                        .setParameter("capture", capture.name())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** As above, for the cancel of an order that is not known. */
    boolean insertTombstone(UUID orderId, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into payments (order_id, status, amount, version, published_version,
                                    cancel_requested_at, created_at, changed_at)
                                values (:order, 'CANCELED', 0, 1, 1, :now, :now, :now)
                                on conflict on constraint payments_pk do nothing""")
                        .setParameter("order", orderId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Optional<Payment> ofIntent(String intentId) {
        return find("intentId", intentId).firstResultOptional();
    }

    List<Payment> ofIntents(Collection<String> intentIds) {
        return list("intentId in ?1", intentIds);
    }

    /** The orders by PaymentIntent; of many, so no more is read of them. */
    Map<String, UUID> ordersOf(Collection<String> intentIds) {
        List<?> found = getEntityManager()
                .createNativeQuery("select pi_id, order_id from payments where pi_id = any(cast(:intents as text[]))")
                .setParameter("intents", intentIds.toArray(String[]::new))
                .getResultList();
        return found.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (String) row[0], row ->
                (UUID) row[1]));
    }

    /** Payments in the order of their ids, from the one after {@code after}. */
    List<Payment> after(@Nullable UUID after, int limit) {
        return (after == null ? find("order by orderId") : find("orderId > ?1 order by orderId", after))
                .page(0, limit)
                .list();
    }

    List<Payment> ofOrders(Collection<UUID> orderIds) {
        return list("orderId in ?1", orderIds);
    }

    /** Payments of which something is owed: an outcome, a cancel, or the news of their last change. */
    List<Payment> unfinished(int most) {
        return find(
                        "status = ?1 or (status in (?2, ?3) and cancelRequestedAt is not null)"
                                + " or edition.published < edition.version order by createdAt",
                        PaymentStatus.PENDING,
                        PaymentStatus.OPEN,
                        PaymentStatus.AUTHORIZED)
                .page(0, most)
                .list();
    }

    List<Payment> capturedMadeSince(Instant time, int most) {
        return find("status = ?1 and createdAt >= ?2", PaymentStatus.CAPTURED, time)
                .page(0, most)
                .list();
    }
}
