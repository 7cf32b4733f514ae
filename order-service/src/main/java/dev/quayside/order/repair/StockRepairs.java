package dev.quayside.order.repair;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes requests for a repair. */
@ApplicationScoped
public class StockRepairs {
    private final Orders orders;
    private final DurableSteps steps;

    StockRepairs(Orders orders, DurableSteps steps) {
        this.orders = orders;
        this.steps = steps;
    }

    /** Schedules the step, unless the order owes nothing: 409 {@code wrong_order_state}. */
    @Transactional
    StockRepairView repeat(UUID orderId) {
        OwedStock owed = OwedStock.of(orders.find(orderId).orElse(null));
        if (owed == OwedStock.NOTHING) {
            throw new ProblemException(
                    OrderProblem.WRONG_ORDER_STATE, "order " + orderId + " is on its way; its own steps go on with it");
        }
        steps.schedule(RepairStockStep.NAME, orderId);
        return new StockRepairView(orderId, owed);
    }
}
