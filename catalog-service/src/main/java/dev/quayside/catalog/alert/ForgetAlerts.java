package dev.quayside.catalog.alert;

import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Forgets alerts that have been over for 90 days, once an hour in one of the instances. */
@ApplicationScoped
class ForgetAlerts implements RecurringStep {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 1_000;

    private final StockAlertRepository alerts;
    private final Clock clock;

    ForgetAlerts(StockAlertRepository alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-stock-alerts";
    }

    @Override
    public Outcome run(UUID all) {
        int forgotten = QuarkusTransaction.requiringNew()
                .call(() -> alerts.forget(clock.instant().minus(KEPT), BATCH));
        return Outcome.again(forgotten == BATCH ? Duration.ZERO : EVERY);
    }
}
