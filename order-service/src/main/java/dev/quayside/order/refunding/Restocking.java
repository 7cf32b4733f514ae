package dev.quayside.order.refunding;

import dev.quayside.order.catalog.LineRequest;
import dev.quayside.order.catalog.StockHolds;
import dev.quayside.order.order.Orders;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundState;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts units of refunds back on the shelf. The refund's id is the return's, so it happens once however often it is asked for. */
@ApplicationScoped
public class Restocking {
    private final Refunds refunds;
    private final Orders orders;
    private final StockHolds stock;

    Restocking(Refunds refunds, Orders orders, StockHolds stock) {
        this.refunds = refunds;
        this.orders = orders;
        this.stock = stock;
    }

    /** Asks again for the units of every refund of an order that has brought some back, or owes them. */
    public void repeat(UUID orderId) {
        refunds.of(orderId).stream()
                .filter(BookedRefund::restock)
                .filter(refund -> refund.state() == RefundState.SUCCEEDED || refund.restockedAt() != null)
                .forEach(this::bringBack);
    }

    void bringBack(BookedRefund refund) {
        List<LineRequest> lines = refund.units().stream()
                .map(units -> new LineRequest(units.sku(), units.quantity()))
                .toList();
        // An order that has just been paid may not have taken its stock yet.
        stock.commit(refund.orderId());
        // A cancellation brings back all that is not back yet, these units among it.
        if (!stock.giveBack(refund.orderId(), refund.id(), lines)
                && !orders.status(refund.orderId()).givesBack()) {
            throw new IllegalStateException(
                    "the units of refund " + refund.id() + " are back already, by something else");
        }
        refunds.restocked(refund.id());
    }
}
