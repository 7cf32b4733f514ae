package dev.quayside.order.catalog;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets the stock of an abandoned order go. */
@ApplicationScoped
public class ReleaseStockStep implements DurableStep {
    public static final String NAME = "release-stock";

    private final StockHolds stock;

    ReleaseStockStep(StockHolds stock) {
        this.stock = stock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID orderId) {
        stock.release(orderId);
        return Outcome.DONE;
    }
}
