package dev.quayside.payment.reading;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Reads a payment that can be paid or captured, again and again, until it has ended: Stripe may never send an event about it. */
@ApplicationScoped
class WatchPaymentStep implements DurableStep {
    static final String NAME = "watch-payment";
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Payments payments;
    private final PaymentReader reader;
    private final WatchPace pace;

    WatchPaymentStep(Payments payments, PaymentReader reader, WatchPace pace) {
        this.payments = payments;
        this.reader = reader;
        this.pace = pace;
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
        return Outcome.again(reading.result() == Reading.Result.BUSY ? BUSY : pace.next(given, state.grant()));
    }
}
