package dev.quayside.order.repair;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.catalog.StockHolds;
import dev.quayside.order.order.Orders;
import dev.quayside.order.refunding.Restocking;
import dev.quayside.order.upstream.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Does again what an order owes to the stock, by its state now. */
@ApplicationScoped
class RepairStockStep implements DurableStep {
    static final String NAME = "repair-stock";

    private static final Logger LOG = Logger.getLogger(RepairStockStep.class);

    private final Orders orders;
    private final StockHolds stock;
    private final Restocking restocking;

    RepairStockStep(Orders orders, StockHolds stock, Restocking restocking) {
        this.orders = orders;
        this.stock = stock;
        this.restocking = restocking;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID orderId) {
        OwedStock owed = OwedStock.of(orders.find(orderId).orElse(null));
        try {
            repeat(orderId, owed);
        } catch (Refusal refused) {
            // It would be refused for ever: the reservation is in a state that no step of an order leads to.
            LOG.errorf("the stock of order %s cannot be repaired (%s): %s", orderId, owed.code(), refused.code());
        }
        return Outcome.DONE;
    }

    private void repeat(UUID orderId, OwedStock owed) {
        switch (owed) {
            case TAKE -> {
                stock.commit(orderId);
                restocking.repeat(orderId);
            }
            case GIVE_BACK -> giveBack(orderId);
            case RELEASE -> stock.release(orderId);
            case NOTHING -> {}
        }
    }

    private void giveBack(UUID orderId) {
        try {
            stock.release(orderId);
        } catch (Refusal refused) {
            if (!refused.code().equals("reservation_committed")) {
                throw refused;
            }
            stock.giveBack(orderId);
        }
    }
}
