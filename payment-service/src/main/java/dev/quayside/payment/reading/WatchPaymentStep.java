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

/**
 * Reads a payment that can be paid or captured, again and again, until it has ended: Stripe may never send an event about it. One whose
 * grant can still be captured changes seldom, and is read seldom, but soon after the grant has ended.
 */
@ApplicationScoped
class WatchPaymentStep implements DurableStep {
    static final String NAME = "watch-payment";
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Payments payments;
    private final PaymentReader reader;
    private final Clock clock;
    private final Duration first;
    private final Pace pace;
    private final Pace authorizedPace;

    WatchPaymentStep(
            Payments payments,
            PaymentReader reader,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.watch-first") Duration first,
            @ConfigProperty(name = "quayside.payment.watch-longest") Duration longest,
            @ConfigProperty(name = "quayside.payment.authorized-watch") Duration authorizedLongest) {
        this.payments = payments;
        this.reader = reader;
        this.clock = clock;
        this.first = first;
        // As long again as the secret has been out: 10 s, 20 s, 40 s, up to the longest.
        this.pace = new Pace(first, longest, 1);
        this.authorizedPace = new Pace(first, authorizedLongest, 1);
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
        return Outcome.again(reading.result() == Reading.Result.BUSY ? BUSY : pause(state));
    }

    private Duration pause(PaymentState state) {
        Instant given = Objects.requireNonNullElse(state.secretGiven(), state.createdAt());
        Instant grantEnds = state.grant().captureBefore();
        if (grantEnds == null) {
            return pace.after(given, clock);
        }
        if (state.grant().hasEnded(clock.instant())) {
            return pace.after(grantEnds, clock);
        }
        Duration left = Duration.between(clock.instant(), grantEnds).plus(first);
        Duration usual = authorizedPace.after(given, clock);
        return usual.compareTo(left) < 0 ? usual : left;
    }
}
