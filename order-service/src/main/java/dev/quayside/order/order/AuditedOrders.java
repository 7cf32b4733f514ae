package dev.quayside.order.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of orders that audits compare. Audits go through all orders, so they pay for no entities. */
@ApplicationScoped
class AuditedOrders {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String PAGE = """
            select o.id as id, o.status as status, o.payment.status as paymentStatus, o.amounts.currency as currency,
                o.amounts.total as total, o.payment.dispute as dispute, o.payment.capture.method as capture,
                o.payment.capture.amount as captureAmount, o.payment.captured as captured, o.payment.refunded as refunded,
                o.payment.version as paymentVersion, o.createdAt as createdAt, o.updatedAt as updatedAt
            from %s o where o.id > :after order by o.id""".formatted(Order.class.getName());

    private final EntityManager database;

    AuditedOrders(EntityManager database) {
        this.database = database;
    }

    /** Up to {@code limit} orders after an id, by id ascending; named as the parts of {@link AuditedOrder}. */
    List<Tuple> after(@Nullable UUID id, int limit) {
        return database.createQuery(PAGE, Tuple.class)
                .setParameter("after", id == null ? BEFORE_ALL : id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Units by sku of each of these orders. */
    Map<UUID, Map<String, Integer>> quantities(Collection<UUID> orderIds) {
        List<?> lines = database.createNativeQuery("""
                        select order_id, sku, quantity from order_lines
                        where order_id = any(cast(:orders as uuid[]))""")
                .setParameter("orders", orderIds.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Map<String, Integer>> quantities = new HashMap<>();
        for (Object line : lines) {
            Object[] columns = (Object[]) line;
            quantities
                    .computeIfAbsent((UUID) columns[0], order -> new TreeMap<>())
                    .merge((String) columns[1], (Integer) columns[2], Integer::sum);
        }
        return quantities;
    }
}
