package dev.quayside.catalog.alert;

import dev.quayside.catalog.storefront.StorefrontSettings;
import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Once an hour in one of the instances, makes alerts what skus are: no change of stock tells that the shop's own threshold is another, or
 * that units are free again which nobody has paid. Forgets those that have been over for 90 days, and events as old.
 */
@ApplicationScoped
class SettleAlerts implements RecurringStep {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 1_000;

    private final StockAlertRepository alerts;
    private final StockEvents events;
    private final StorefrontSettings storefront;
    private final Clock clock;

    SettleAlerts(StockAlertRepository alerts, StockEvents events, StorefrontSettings storefront, Clock clock) {
        this.alerts = alerts;
        this.events = events;
        this.storefront = storefront;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settle-stock-alerts";
    }

    @Override
    public Outcome run(UUID all) {
        Instant now = clock.instant();
        long usual = storefront.lowStock();
        int ended = QuarkusTransaction.requiringNew().call(() -> alerts.endOthers(usual, now, BATCH));
        int raised = QuarkusTransaction.requiringNew().call(() -> alerts.raiseOthers(usual, now, BATCH));
        int forgotten = QuarkusTransaction.requiringNew().call(() -> alerts.forget(now.minus(KEPT), BATCH));
        int untold = events.forget(now.minus(KEPT), BATCH);
        boolean more = ended == BATCH || raised == BATCH || forgotten == BATCH || untold == BATCH;
        return Outcome.again(more ? Duration.ZERO : EVERY);
    }
}
