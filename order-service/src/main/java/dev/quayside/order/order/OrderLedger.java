package dev.quayside.order.order;

import dev.quayside.order.upstream.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders as the audit reads them: page by page, and what one statement can check by itself. */
@ApplicationScoped
public class OrderLedger {
    private static final String UNFINISHED = """
            select o.id::text, 'order is ' || o.status from orders o where o.status in ('placing', 'cancelling')
            union all
            select r.order_id::text, 'refund ' || r.id || ' is pending' from refunds r where r.status = 'pending'
            union all
            select left(t.task_instance, 36), 'step ' || t.task_name || ' has failed ' || t.consecutive_failures || ' times'
            from scheduled_tasks t where t.consecutive_failures > 0""";

    private static final String UNEVEN = """
            select o.id::text, 'subtotal ' || o.subtotal || ', lines ' || coalesce(sum(l.line_total), 0) || ', total ' || o.total
            from orders o left join order_lines l on l.order_id = o.id
            group by o.id
            having o.subtotal <> coalesce(sum(l.unit_price * l.quantity), 0)
                or o.total <> o.subtotal - o.discount + o.shipping + o.tax
                or bool_or(l.line_total <> l.unit_price * l.quantity)""";

    private static final int MOST_SHOWN = 100;

    private final OrderRepository orders;
    private final EntityManager database;

    OrderLedger(OrderRepository orders, EntityManager database) {
        this.orders = orders;
        this.database = database;
    }

    /** Up to {@code limit} orders after an id, by id ascending. */
    @Transactional
    public List<AuditedOrder> page(@Nullable UUID after, int limit) {
        return orders.after(after, limit).stream().map(AuditedOrder::of).toList();
    }

    /** I8: what is on its way and has not arrived. */
    @Transactional
    public Finding unfinished() {
        return finding("I8", UNFINISHED);
    }

    /** I9: orders whose amounts do not add up. */
    @Transactional
    public Finding arithmetic() {
        return finding("I9", UNEVEN);
    }

    private Finding finding(String id, String sql) {
        long violations = (long) database.createNativeQuery("select count(*) from (" + sql + ") found", Long.class)
                .getSingleResult();
        List<Finding.Offender> offenders = new ArrayList<>();
        for (Object row :
                database.createNativeQuery(sql + " limit " + MOST_SHOWN).getResultList()) {
            Object[] columns = (Object[]) row;
            offenders.add(new Finding.Offender((String) columns[0], (String) columns[1]));
        }
        return new Finding(id, orders.count(), violations, offenders);
    }
}
