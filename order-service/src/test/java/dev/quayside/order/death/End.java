package dev.quayside.order.death;

import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;

/** What has become of an order everywhere: its rows, and what the other services have done for it and how often. */
record End(
        String order,
        String refunds,
        String stock,
        int onHand,
        int reserved,
        String payment,
        long money,
        int captures,
        int refunded) {
    private static final String ORDER = """
            select concat_ws(' ', o.status, o.payment_status, o.cancel_reason, o.captured, o.refunded, o.capture_amount,
                o.capture_failure, o.number is not null, o.expires_at is not null, o.abandoned_because, 'cart', c.status)
            from orders o join carts c on c.id = o.cart_id where o.id = ?""";
    private static final String REFUNDS = """
            select string_agg(concat_ws(' ', kind, amount, status, failure_reason, restocked_at is not null), ', ' order by id)
            from refunds where order_id = ?""";
    private static final String OWED = """
            from scheduled_tasks t where not (t.task_name = 'expire-order' and t.execution_time > now()) and left(t.task_instance, 36) in (
                select o.id::text from orders o where o.id = ? union all
                select r.id::text from refunds r where r.order_id = ?)""";

    /** Whether no step is owed for an order any more; one that has to wait is hurried. */
    static boolean isReached(PlacedOrder order, Rows rows) {
        if (rows.count("select count(*) " + OWED, order.id(), order.id()) == 0) {
            return true;
        }
        rows.change(
                "update scheduled_tasks set execution_time = now() where not picked and execution_time > now()"
                        + " and (task_name, task_instance) in (select t.task_name, t.task_instance " + OWED + ")",
                order.id(),
                order.id());
        return false;
    }

    static End of(PlacedOrder order, Rows rows) {
        FakeShop shop = FakeShop.get();
        boolean opened = !shop.payments().status(order.id()).equals("none");
        return new End(
                rows.text(ORDER, order.id()).replace(order.sku(), "SKU"),
                rows.text(REFUNDS, order.id()),
                shop.catalog().reservation(order.id()),
                shop.catalog().onHand(order.sku()),
                shop.catalog().reserved(order.sku()),
                shop.payments().status(order.id()),
                opened ? shop.payments().netCaptured(order.id()) : 0,
                opened ? shop.payments().captures(order.id()) : 0,
                opened ? shop.payments().refunds(order.id()) : 0);
    }
}
