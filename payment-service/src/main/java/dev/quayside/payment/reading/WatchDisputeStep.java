package dev.quayside.payment.reading;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.dispute.Disputes;
import dev.quayside.payment.gateway.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads a payment whose dispute is open, now and then, until it is over: Stripe may never send an event about its end. */
@ApplicationScoped
class WatchDisputeStep implements DurableStep {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Disputes disputes;
    private final PaymentReader reader;
    private final Duration watch;

    WatchDisputeStep(
            Disputes disputes,
            PaymentReader reader,
            @ConfigProperty(name = "quayside.payment.dispute-watch") Duration watch) {
        this.disputes = disputes;
        this.reader = reader;
        this.watch = watch;
    }

    @Override
    public String name() {
        return Disputes.WATCH_STEP;
    }

    @Override
    public Outcome run(UUID disputeId) {
        Optional<UUID> order = disputes.openOrder(disputeId);
        if (order.isEmpty()) {
            return Outcome.DONE;
        }
        Reading reading = reader.read(order.get(), Patience.WORKER);
        if (disputes.openOrder(disputeId).isEmpty()) {
            return Outcome.DONE;
        }
        return Outcome.again(reading.result() == Reading.Result.BUSY ? BUSY : watch);
    }
}
