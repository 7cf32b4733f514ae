package dev.quayside.payment.staging;

import dev.quayside.payment.comparison.IntentSide;
import dev.quayside.payment.comparison.OrderSide;
import dev.quayside.payment.comparison.StockSide;
import dev.quayside.payment.comparison.StripeSide;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.RefundReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that was put down of one order. */
public final class Staged {
    private @Nullable OrderSide order;
    private @Nullable StockSide stock;
    private final List<IntentSide> intents = new ArrayList<>();
    private final List<RefundReading> refunds = new ArrayList<>();
    private final List<DisputeReading> disputes = new ArrayList<>();
    private boolean suspect;

    Staged() {}

    void add(Side side, String facts, FactsJson json) {
        switch (side) {
            case ORDER -> order = json.read(facts, OrderSide.class);
            case STOCK -> stock = json.read(facts, StockSide.class);
            case INTENT -> intents.add(json.read(facts, IntentSide.class));
            case REFUND -> refunds.add(json.read(facts, RefundReading.class));
            case DISPUTE -> disputes.add(json.read(facts, DisputeReading.class));
            case SUSPECT -> suspect = true;
        }
    }

    public @Nullable OrderSide order() {
        return order;
    }

    public @Nullable StockSide stock() {
        return stock;
    }

    public StripeSide stripe() {
        return new StripeSide(intents, refunds, disputes);
    }

    public boolean isSuspect() {
        return suspect;
    }
}
