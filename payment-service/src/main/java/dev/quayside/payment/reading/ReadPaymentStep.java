package dev.quayside.payment.reading;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.payment.OwedReadings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Reads a payment of which something says that our rows are behind. */
@ApplicationScoped
class ReadPaymentStep implements DurableStep {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final PaymentReader reader;

    ReadPaymentStep(PaymentReader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return OwedReadings.STEP;
    }

    @Override
    public Outcome run(UUID orderId) {
        return switch (reader.read(orderId, Patience.WORKER).result()) {
            case APPLIED, NOT_OPENED -> Outcome.DONE;
            case BUSY -> Outcome.again(BUSY);
            case UNREADABLE ->
                throw new IllegalStateException("the payment of order " + orderId + " could not be read");
        };
    }
}
