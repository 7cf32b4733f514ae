package dev.quayside.payment.reading;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.Pace;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads a payment that can be paid, again and again, until it has ended: Stripe may never send an event about it. */
@ApplicationScoped
class WatchPaymentStep implements DurableStep {
    static final String NAME = "watch-payment";
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Payments payments;
    private final PaymentReader reader;
    private final Clock clock;
    private final Pace pace;

    WatchPaymentStep(
            Payments payments,
            PaymentReader reader,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.watch-first") Duration first,
            @ConfigProperty(name = "quayside.payment.watch-longest") Duration longest) {
        this.payments = payments;
        this.reader = reader;
        this.clock = clock;
        // As long again as the secret has been out: 10 s, 20 s, 40 s, up to the longest.
        this.pace = new Pace(first, longest, 1);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID orderId) {
        if (payments.get(orderId).status().isTerminal()) {
            return Outcome.DONE;
        }
        Reading reading = reader.read(orderId, Patience.WORKER);
        PaymentState state = payments.get(orderId);
        if (state.status().isTerminal()) {
            return Outcome.DONE;
        }
        Instant given = Objects.requireNonNullElse(state.secretGiven(), state.createdAt());
        return Outcome.again(reading.result() == Reading.Result.BUSY ? BUSY : pace.after(given, clock));
    }
}
