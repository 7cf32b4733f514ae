package dev.quayside.order.order;

import dev.quayside.order.refund.Refunds;
import dev.quayside.order.upstream.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            select r.order_id::text, 'the units of refund ' || r.id || ' are not back' from refunds r
            where r.status = 'succeeded' and r.restock and r.restocked_at is null
            union all
            select o.id::text, 'the capture of ' || o.capture_amount || ' is not settled' from orders o
            where o.capture_amount is not null and o.payment_state = 'authorized'
            union all
            select left(t.task_instance, 36), 'step ' || t.task_name || ' has failed ' || t.consecutive_failures || ' times'
            from scheduled_tasks t where t.consecutive_failures > 0""";

    private static final String UNEVEN = """
            with by_items as (
                select r.order_id, sum(r.amount) as amount, bool_or(r.include_shipping) as shipping from refunds r
                where r.status <> 'failed' and exists (select 1 from refund_lines l where l.refund_id = r.id)
                group by r.order_id),
            refunded as (
                select r.order_id, l.sku, sum(l.quantity) as units
                from refunds r join refund_lines l on l.refund_id = r.id
                where r.status <> 'failed' group by r.order_id, l.sku)
            select o.id::text, 'subtotal ' || o.subtotal || ', lines ' || coalesce(sum(l.line_total), 0) || ', total ' || o.total
            from orders o left join order_lines l on l.order_id = o.id
            group by o.id
            having o.subtotal <> coalesce(sum(l.unit_price * l.quantity), 0)
                or o.total <> o.subtotal - o.discount + o.shipping + o.tax
                or bool_or(l.line_total <> l.unit_price * l.quantity)
            union all
            select r.order_id::text, 'refund ' || r.id || ' is of ' || r.amount || ', its units and shipping of '
                || r.shipping_amount + sum(l.amount)
            from refunds r join refund_lines l on l.refund_id = r.id
            group by r.id
            having r.amount <> r.shipping_amount + sum(l.amount)
            union all
            select u.order_id::text, u.sku || ': ' || u.units || ' of ' || coalesce(l.quantity, 0) || ' units are refunded'
            from refunded u left join order_lines l on l.order_id = u.order_id and l.sku = u.sku
            where u.units > coalesce(l.quantity, 0)
            union all
            select o.id::text, 'all of it is refunded by items for ' || r.amount || ', total ' || o.total
            from by_items r join orders o on o.id = r.order_id
            where r.shipping and r.amount <> o.total and not exists (
                select 1 from order_lines l left join refunded u on u.order_id = l.order_id and u.sku = l.sku
                where l.order_id = o.id and l.quantity <> coalesce(u.units, 0))""";

    private static final int MOST_SHOWN = 100;

    private final OrderRepository orders;
    private final AuditedOrders audited;
    private final Refunds refunds;
    private final EntityManager database;

    OrderLedger(OrderRepository orders, AuditedOrders audited, Refunds refunds, EntityManager database) {
        this.orders = orders;
        this.audited = audited;
        this.refunds = refunds;
        this.database = database;
    }

    /** Up to {@code limit} orders after an id, by id ascending. */
    @Transactional
    public List<AuditedOrder> page(@Nullable UUID after, int limit) {
        List<Tuple> page = audited.after(after, limit);
        List<UUID> ids = page.stream().map(row -> row.get("id", UUID.class)).toList();
        Map<UUID, Map<String, Integer>> quantities = audited.quantities(ids);
        Map<UUID, Map<String, Integer>> restocked = refunds.restockedUnits(ids);
        return page.stream()
                .map(row -> AuditedOrder.of(
                        row,
                        quantities.getOrDefault(row.get("id", UUID.class), Map.of()),
                        restocked.getOrDefault(row.get("id", UUID.class), Map.of())))
                .toList();
    }

    /** I8: what is on its way and has not arrived. */
    @Transactional
    public Finding unfinished() {
        return finding("I8", UNFINISHED);
    }

    /** I9: orders whose amounts do not add up, or whose refunds by items do not. */
    @Transactional
    public Finding arithmetic() {
        return finding("I9", UNEVEN);
    }

    private Finding finding(String id, String sql) {
        long violations = (long) database.createNativeQuery("select count(*) from (" + sql + ") found")
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
