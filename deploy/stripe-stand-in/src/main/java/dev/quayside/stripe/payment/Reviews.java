package dev.quayside.stripe.payment;

import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Store;

/** Radar's reviews: opened beside a payment of elevated risk, and closed by nobody here. */
public final class Reviews {
    private final Documents documents;
    private final Events events;

    public Reviews(Store store, Events events) {
        this.documents = store.documents("review", "prv");
        this.events = events;
    }

    void open(Document intent, Document charge) {
        Document review = documents.save(documents
                .create()
                .put("charge", charge.id())
                .put("open", true)
                .put("opened_reason", "rule")
                .put("payment_intent", intent.id())
                .put("reason", "rule"));
        intent.put("review", review.id());
        events.record("review.opened", review);
    }
}
