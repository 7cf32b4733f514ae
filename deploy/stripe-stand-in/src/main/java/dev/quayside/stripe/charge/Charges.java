package dev.quayside.stripe.charge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.card.Behaviour;
import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Schedule;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import java.time.Duration;
import java.util.Optional;

/**
 * Charges: what each confirmation of a PaymentIntent makes, successful or not. Under {@code automatic_async} the balance
 * transaction comes a moment later, with {@code charge.updated}.
 */
public final class Charges {
    /** The scheduled work that a card of a disputing kind sets off; its id is the charge's. */
    public static final String DISPUTE = "dispute_charge";

    private static final String SETTLE = "settle_charge";

    private final Documents documents;
    private final BalanceTransactions balance;
    private final Events events;
    private final Schedule schedule;
    private final Duration settlementDelay;

    public Charges(
            Store store, BalanceTransactions balance, Events events, Schedule schedule, Duration settlementDelay) {
        this.documents = store.documents("charge", "ch", "payment_intent", "customer");
        this.balance = balance;
        this.events = events;
        this.schedule = schedule;
        this.settlementDelay = settlementDelay;
        schedule.register(SETTLE, id -> find(id).ifPresent(this::settleLater));
    }

    Documents documents() {
        return documents;
    }

    public Optional<Document> find(String id) {
        return documents.find(id);
    }

    /** The same charge for another PaymentIntent; nobody is told. */
    public Document copyOf(Document charge, String intentId) {
        return documents.save(documents.copyOf(charge).put("payment_intent", intentId));
    }

    public Document save(Document charge) {
        return documents.save(charge);
    }

    /** Takes the money, or only authorises it if the PaymentIntent is captured by hand. */
    public Document succeed(Document intent, Document method) {
        boolean captured = !intent.is("capture_method", "manual");
        Document charge = NewCharge.of(documents.create(), intent, method)
                .put("amount_captured", captured ? intent.number("amount") : 0)
                .put("captured", captured)
                .put("outcome", NewCharge.approved(PaymentMethods.card(method).behaviour() == Behaviour.REVIEW))
                .put("paid", true)
                .put("status", "succeeded");
        documents.save(charge);
        if (captured) {
            settle(charge, intent);
        }
        events.record("charge.succeeded", charge);
        return charge;
    }

    public Document fail(Document intent, Document method, ApiError why) {
        Document charge = NewCharge.of(documents.create(), intent, method)
                .put("amount_captured", 0)
                .put("captured", false)
                .put("failure_code", why.error().path("code").asText())
                .put("failure_message", why.getMessage())
                .put(
                        "outcome",
                        NewCharge.declined(why, PaymentMethods.card(method).behaviour() == Behaviour.BLOCK))
                .put("paid", false)
                .put("status", "failed");
        documents.save(charge);
        events.record("charge.failed", charge);
        return charge;
    }

    /** Takes part or all of an authorised amount; the rest is released. */
    public Document capture(Document charge, Document intent, long amount) {
        ObjectNode before = charge.wire();
        documents.save(charge.put("amount_captured", amount).put("captured", true));
        settle(charge, intent);
        events.recordChange("charge.captured", before, charge);
        return charge;
    }

    /** An authorised amount was not captured in time. The charge stays as it is: what was only authorised is not refunded. */
    public void expire(Document charge) {
        events.record("charge.expired", charge);
    }

    private void settle(Document charge, Document intent) {
        if (intent.is("capture_method", "automatic_async")) {
            schedule.in(settlementDelay, SETTLE, charge.id());
        } else {
            documents.save(charge.put("balance_transaction", balance.forCharge(charge)));
        }
        if (PaymentMethods.card(charge).behaviour().disputesCharge()) {
            schedule.in(settlementDelay, DISPUTE, charge.id());
        }
    }

    private void settleLater(Document charge) {
        ObjectNode before = charge.wire();
        documents.save(charge.put("balance_transaction", balance.forCharge(charge)));
        events.recordChange("charge.updated", before, charge);
    }
}
