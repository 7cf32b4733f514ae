package dev.quayside.kit.auditlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** How many entries wait to be acknowledged: a number that does not go down says that the log is not told. */
@ApplicationScoped
@IfBuildProperty(name = "quayside.audit-log.outbox", stringValue = "true", enableIfMissing = true)
class OutboxMetrics {
    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);
    private static final String WAITING = "quayside.audit.entries.waiting";

    private final MeterRegistry metrics;
    private final Outbox outbox;

    OutboxMetrics(MeterRegistry metrics, Outbox outbox) {
        this.metrics = metrics;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        Gauge.builder(WAITING, this, OutboxMetrics::waiting)
                .description("Entries of the audit log that the gateway has not acknowledged")
                .strongReference(true)
                .register(metrics);
    }

    private double waiting() {
        try {
            return outbox.waiting();
        } catch (RuntimeException unknown) {
            LOG.debug("the number of waiting entries is not known", unknown);
            return Double.NaN;
        }
    }
}
