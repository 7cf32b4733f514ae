package dev.quayside.payment.webhook;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.opening.Adoption;
import dev.quayside.payment.opening.Openings;
import dev.quayside.payment.payment.Payments;
import dev.quayside.payment.reading.PaymentReader;
import dev.quayside.payment.reading.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Works on an event: reads the payment that it is about from Stripe, and marks with it every event that this reading covers. */
@ApplicationScoped
class ApplyEventStep implements DurableStep {
    private static final Duration BUSY = Duration.ofMillis(200);

    private final Inbox inbox;
    private final Payments payments;
    private final Openings openings;
    private final PaymentReader reader;
    private final PaymentGateway gateway;

    ApplyEventStep(Inbox inbox, Payments payments, Openings openings, PaymentReader reader, PaymentGateway gateway) {
        this.inbox = inbox;
        this.payments = payments;
        this.openings = openings;
        this.reader = reader;
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return Inbox.STEP;
    }

    @Override
    public Outcome run(UUID id) {
        StripeEvent event = inbox.ofStep(id).orElseThrow();
        if (event.isProcessed()) {
            return Outcome.DONE;
        }
        String intentId = event.intentId();
        if (intentId == null) {
            return done(event.eventId(), EventResult.IGNORED);
        }
        Optional<UUID> orderId = payments.orderOf(intentId);
        return orderId.isPresent() ? read(orderId.get(), intentId) : meet(event.eventId(), intentId);
    }

    private Outcome read(UUID orderId, String intentId) {
        List<String> covered = inbox.waiting(intentId);
        Reading reading = reader.read(orderId, Patience.WORKER, () -> inbox.done(covered, EventResult.APPLIED));
        return switch (reading.result()) {
            case APPLIED -> Outcome.DONE;
            case BUSY -> Outcome.again(BUSY);
            case UNREADABLE, NOT_OPENED -> throw new IllegalStateException(intentId + " could not be read");
        };
    }

    /** An event can come before the call that made its PaymentIntent has returned, or be about one that was not made here. */
    private Outcome meet(String eventId, String intentId) {
        var read = gateway.read(intentId, Patience.WORKER);
        if (!read.isFinal() || (!read.isSuccess() && read.failure().isAboutCaller())) {
            throw new IllegalStateException(
                    intentId + " could not be read: " + read.failure().message());
        }
        Intent intent = read.valueOrNull();
        Adoption adoption = intent == null ? Adoption.foreign() : openings.adopt(intent);
        return switch (adoption.kind()) {
            case FOREIGN -> done(eventId, EventResult.FOREIGN_OBJECT);
            case ORPHAN -> done(eventId, EventResult.APPLIED);
            case OWN -> read(adoption.orderId(), intentId);
        };
    }

    private Outcome done(String eventId, EventResult result) {
        inbox.done(List.of(eventId), result);
        return Outcome.DONE;
    }
}
