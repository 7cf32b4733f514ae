package dev.quayside.stripe.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.card.Behaviour;
import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.charge.Charges;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Schedule;
import dev.quayside.stripe.wire.ApiError;
import java.time.Duration;

/** How a confirmation ends: with money, with an authorisation, with a decline, or later. */
public final class Settlement {
    /** Scheduled work: the answer of a slow bank, and the end of an authorisation that nobody captured. */
    public static final String PROCESSED = "processed";

    public static final String UNCAPTURED = "uncaptured";

    private static final Duration AUTHORISATION_LASTS = Duration.ofDays(7);

    private final PaymentIntents intents;
    private final Charges charges;
    private final Reviews reviews;
    private final Events events;
    private final Schedule schedule;
    private final Duration processingDelay;

    public Settlement(
            PaymentIntents intents,
            Charges charges,
            Reviews reviews,
            Events events,
            Schedule schedule,
            Duration processingDelay) {
        this.intents = intents;
        this.charges = charges;
        this.reviews = reviews;
        this.events = events;
        this.schedule = schedule;
        this.processingDelay = processingDelay;
    }

    Document succeed(Document intent, Document method) {
        Document charge = charges.succeed(intent, method);
        intent.put("latest_charge", charge.id()).clear("last_payment_error", "next_action");
        if (PaymentMethods.card(method).behaviour() == Behaviour.REVIEW) {
            reviews.open(intent, charge);
        }
        if (charge.flag("captured")) {
            intent.put("amount_received", intent.number("amount"));
            intents.save(IntentStatus.SUCCEEDED.putOn(intent));
            events.record("payment_intent.succeeded", intent);
        } else {
            intent.put("amount_capturable", intent.number("amount"));
            intents.save(IntentStatus.REQUIRES_CAPTURE.putOn(intent));
            events.record("payment_intent.amount_capturable_updated", intent);
            schedule.in(AUTHORISATION_LASTS, UNCAPTURED, intent.id());
        }
        intents.keepMethod(intent);
        return intent;
    }

    Document process(Document intent) {
        intents.save(IntentStatus.PROCESSING.putOn(intent.clear("last_payment_error", "next_action")));
        events.record("payment_intent.processing", intent);
        schedule.in(processingDelay, PROCESSED, intent.id());
        return intent;
    }

    /** Writes the decline down and returns the error that tells of it. */
    ApiError decline(Document intent, Document method, ApiError why) {
        Document charge = charges.fail(intent, method, why);
        why.charge(charge.id());
        intent.put("latest_charge", charge.id());
        failed(intent, method, why);
        return why.about(intent);
    }

    Document authenticationFailed(Document intent) {
        ApiError why = ApiError.refused(
                "payment_intent_authentication_failure",
                null,
                "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new"
                        + " PaymentMethod to attempt to fulfill this PaymentIntent again.");
        failed(intent, intents.method(intent), why);
        return intent;
    }

    private void failed(Document intent, Document method, ApiError why) {
        ObjectNode error = why.error();
        error.set("payment_method", method.wire());
        intent.put("last_payment_error", error.deepCopy())
                .put("_authenticated", false)
                .clear("payment_method", "next_action");
        intents.save(IntentStatus.REQUIRES_PAYMENT_METHOD.putOn(intent));
        events.record("payment_intent.payment_failed", intent);
    }

    /** Takes an authorised amount, all of it or less; what is left of it is released. */
    Document capture(Document intent, long amount) {
        Document charge = charges.find(intent.word("latest_charge")).orElseThrow();
        charges.capture(charge, intent, amount);
        intent.put("amount_capturable", 0).put("amount_received", amount);
        intents.save(IntentStatus.SUCCEEDED.putOn(intent));
        events.record("payment_intent.succeeded", intent);
        return intent;
    }

    /** Ends an intent for good, and releases what was only authorised. */
    Document cancel(Document intent, String reason) {
        intent.put("canceled_at", intents.now())
                .put("cancellation_reason", reason.isEmpty() ? null : reason)
                .put("amount_capturable", 0)
                .clear("next_action");
        intents.save(IntentStatus.CANCELED.putOn(intent));
        events.record("payment_intent.canceled", intent);
        return intent;
    }

    /** After seven days an authorisation is gone. */
    public void expire(String id) {
        Document intent = intents.get(id);
        if (IntentStatus.of(intent) == IntentStatus.REQUIRES_CAPTURE) {
            charges.find(intent.word("latest_charge")).ifPresent(charges::expire);
            cancel(intent, "expired");
        }
    }
}
