package dev.quayside.payment.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** How many events were worked on with what result, how long that took since they were received, and how far behind the work is. */
@ApplicationScoped
class EventMetrics {
    private static final Logger LOG = Logger.getLogger(EventMetrics.class);
    private static final String WORKED = "quayside.payment.events";
    private static final String LAG = "quayside.payment.events.lag";

    private final MeterRegistry metrics;
    private final Inbox inbox;
    private final Clock clock;

    EventMetrics(MeterRegistry metrics, Inbox inbox, Clock clock) {
        this.metrics = metrics;
        this.inbox = inbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        Gauge.builder(LAG, this, EventMetrics::lag)
                .description("Age of the oldest event that waits")
                .baseUnit("seconds")
                .strongReference(true)
                .register(metrics);
    }

    /** Counts only what is committed. */
    void worked(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkedEvent event) {
        metrics.timer(
                        WORKED,
                        "result",
                        event.result().status().wire(),
                        "class",
                        event.topic().tag())
                .record(event.age());
    }

    private double lag() {
        try {
            return inbox.oldestWaiting()
                    .map(received -> Duration.between(received, clock.instant()).toMillis() / 1000.0)
                    .orElse(0.0);
        } catch (RuntimeException unknown) {
            LOG.debug("the lag of events is not known", unknown);
            return Double.NaN;
        }
    }
}
