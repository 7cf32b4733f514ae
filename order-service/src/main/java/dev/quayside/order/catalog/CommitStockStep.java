package dev.quayside.order.catalog;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes the stock of an order that was paid. */
@ApplicationScoped
public class CommitStockStep implements DurableStep {
    public static final String NAME = "commit-stock";

    private final StockHolds stock;

    CommitStockStep(StockHolds stock) {
        this.stock = stock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID orderId) {
        stock.commit(orderId);
        return Outcome.DONE;
    }
}
