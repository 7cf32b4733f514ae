package dev.quayside.order.refunding;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.catalog.LineRequest;
import dev.quayside.order.catalog.StockHolds;
import dev.quayside.order.order.Orders;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts the units of a refund that has succeeded back on the shelf. The refund's id is the return's, so it happens once. */
@ApplicationScoped
class RestockStep implements DurableStep {
    static final String NAME = "restock-refund";

    private final Refunds refunds;
    private final Orders orders;
    private final StockHolds stock;

    RestockStep(Refunds refunds, Orders orders, StockHolds stock) {
        this.refunds = refunds;
        this.orders = orders;
        this.stock = stock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID refundId) {
        BookedRefund refund = refunds.find(refundId).orElseThrow();
        if (refund.owesStock()) {
            giveBack(refund);
            refunds.restocked(refundId);
        }
        return Outcome.DONE;
    }

    private void giveBack(BookedRefund refund) {
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
    }
}
