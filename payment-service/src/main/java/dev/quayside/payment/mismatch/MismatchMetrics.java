package dev.quayside.payment.mismatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** How many mismatches stand open. */
@ApplicationScoped
class MismatchMetrics {
    private static final Logger LOG = Logger.getLogger(MismatchMetrics.class);
    private static final String OPEN = "quayside.reconciliation.mismatches.open";

    private final MeterRegistry metrics;
    private final Mismatches mismatches;

    MismatchMetrics(MeterRegistry metrics, Mismatches mismatches) {
        this.metrics = metrics;
        this.mismatches = mismatches;
    }

    void start(@Observes StartupEvent started) {
        Gauge.builder(OPEN, this, MismatchMetrics::open)
                .description("Mismatches that were found and are not repaired, each counted once")
                .strongReference(true)
                .register(metrics);
    }

    private double open() {
        try {
            return mismatches.unsolved();
        } catch (RuntimeException unknown) {
            LOG.debug("the number of open mismatches is not known", unknown);
            return Double.NaN;
        }
    }
}
