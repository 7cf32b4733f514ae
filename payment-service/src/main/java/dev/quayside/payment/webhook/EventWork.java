package dev.quayside.payment.webhook;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.ChargeObject;
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

/** Works on an event: reads the payment, or the cards, that it is about from Stripe, and marks with it every event that this reading covers. */
@ApplicationScoped
class EventWork {
    private static final Duration BUSY = Duration.ofMillis(200);
    private static final int LONGEST_FAILURE = 500;

    private final Inbox inbox;
    private final EventSubjects subjects;
    private final CardEvents cards;
    private final Payments payments;
    private final Openings openings;
    private final PaymentReader reader;
    private final PaymentGateway gateway;

    EventWork(
            Inbox inbox,
            EventSubjects subjects,
            CardEvents cards,
            Payments payments,
            Openings openings,
            PaymentReader reader,
            PaymentGateway gateway) {
        this.inbox = inbox;
        this.subjects = subjects;
        this.cards = cards;
        this.payments = payments;
        this.openings = openings;
        this.reader = reader;
        this.gateway = gateway;
    }

    /** Works on it once. What it throws is noted with the event first. */
    DurableStep.Outcome run(UUID id) {
        StripeEvent event = inbox.ofStep(id).orElseThrow();
        if (event.isProcessed()) {
            return DurableStep.Outcome.DONE;
        }
        try {
            return apply(event);
        } catch (RuntimeException fault) {
            inbox.failed(event.eventId(), words(fault));
            throw fault;
        }
    }

    private DurableStep.Outcome apply(StripeEvent event) {
        String named = event.intentId();
        if (named != null) {
            return aboutPayment(event.eventId(), named);
        }
        String objectId = event.objectId();
        if (objectId == null) {
            return done(event.eventId(), EventResult.IGNORED);
        }
        return switch (event.topic()) {
            case CHARGE -> aboutObject(event.eventId(), ChargeObject.CHARGE, objectId);
            case REFUND -> aboutObject(event.eventId(), ChargeObject.REFUND, objectId);
            case DISPUTE -> aboutObject(event.eventId(), ChargeObject.DISPUTE, objectId);
            case SETUP_INTENT -> done(event.eventId(), cards.aboutSetup(objectId));
            case PAYMENT_METHOD -> done(event.eventId(), cards.aboutMethod(objectId));
            case PAYMENT_INTENT, OTHER -> done(event.eventId(), EventResult.IGNORED);
        };
    }

    private DurableStep.Outcome aboutObject(String eventId, ChargeObject kind, String objectId) {
        Optional<String> found = subjects.intentBehind(kind, objectId);
        if (found.isEmpty()) {
            return done(eventId, EventResult.FOREIGN_OBJECT);
        }
        inbox.isAbout(eventId, found.get());
        return aboutPayment(eventId, found.get());
    }

    private DurableStep.Outcome aboutPayment(String eventId, String intentId) {
        Optional<UUID> orderId = payments.orderOf(intentId);
        return orderId.isPresent() ? read(orderId.get(), intentId) : meet(eventId, intentId);
    }

    private DurableStep.Outcome read(UUID orderId, String intentId) {
        List<String> covered = inbox.waiting(intentId);
        Reading reading = reader.read(orderId, Patience.WORKER, () -> inbox.done(covered, EventResult.APPLIED));
        return switch (reading.result()) {
            case APPLIED -> DurableStep.Outcome.DONE;
            case BUSY -> DurableStep.Outcome.again(BUSY);
            case UNREADABLE, NOT_OPENED -> throw new UnworkableEventException(intentId + " could not be read");
        };
    }

    /** An event can come before the call that made its PaymentIntent has returned, or be about one that was not made here. */
    private DurableStep.Outcome meet(String eventId, String intentId) {
        var read = gateway.read(intentId, Patience.WORKER);
        if (!read.isFinal() || (!read.isSuccess() && read.failure().isAboutCaller())) {
            throw new UnworkableEventException(
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

    private DurableStep.Outcome done(String eventId, EventResult result) {
        inbox.done(List.of(eventId), result);
        return DurableStep.Outcome.DONE;
    }

    /** Only our own words are shown; what else throws could quote anything. */
    private static String words(RuntimeException fault) {
        String words = fault instanceof UnworkableEventException
                ? String.valueOf(fault.getMessage())
                : fault.getClass().getSimpleName();
        return words.substring(0, Math.min(words.length(), LONGEST_FAILURE));
    }
}
