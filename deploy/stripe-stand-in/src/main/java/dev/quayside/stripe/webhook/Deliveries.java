package dev.quayside.stripe.webhook;

import dev.quayside.stripe.event.Announcer;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Schedule;
import dev.quayside.stripe.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which endpoint still has to be told of which event. A delivery is stored with its event, deleted when it succeeds, and
 * kept as {@code failed} when the last retry failed or a test dropped it. One without {@code next_attempt} is on its way,
 * or was when the process ended.
 */
public final class Deliveries implements Announcer {
    private static final String RETRY = "deliver";

    private final Book book;
    private final Documents documents;
    private final Documents events;
    private final WebhookEndpoints endpoints;
    private final Schedule schedule;
    private final List<Duration> retries;
    private Dispatcher dispatcher = (delivery, request) -> {};

    /** Sends one delivery on its way; runs on the book's thread. */
    @FunctionalInterface
    interface Dispatcher {
        void dispatch(Document delivery, Optional<String> requestId);
    }

    public Deliveries(Store store, Book book, Schedule schedule, WebhookEndpoints endpoints, List<Duration> retries) {
        this.book = book;
        this.documents = store.documents("delivery", "whd", "status");
        this.events = Events.documents(store);
        this.endpoints = endpoints;
        this.schedule = schedule;
        this.retries = List.copyOf(retries);
    }

    void connect(Dispatcher to) {
        this.dispatcher = to;
        schedule.register(
                RETRY,
                id -> documents.find(id).ifPresent(delivery -> {
                    documents.save(delivery.clear("next_attempt"));
                    book.afterCommit(() -> to.dispatch(delivery, Optional.empty()));
                }));
    }

    @Override
    public int announce(Document event) {
        List<Document> wanting = endpoints.wanting(event.word("type"));
        Optional<String> request = Optional.ofNullable(book.origin().requestId());
        for (Document endpoint : wanting) {
            Document delivery = documents.save(documents
                    .create()
                    .put("event", event.id())
                    .put("endpoint", endpoint.id())
                    .put("status", "pending")
                    .put("attempts", 0)
                    .clear("next_attempt"));
            book.afterCommit(() -> dispatcher.dispatch(delivery, request));
        }
        return wanting.size();
    }

    /** Inside an act, at start: goes on with what was on its way when the process ended. */
    public void resume() {
        for (Document delivery : documents.all("status", "pending")) {
            if (!delivery.has("next_attempt")) {
                book.afterCommit(() -> dispatcher.dispatch(delivery, Optional.empty()));
            }
        }
    }

    Optional<Document> find(String id) {
        return documents.find(id);
    }

    void succeeded(String id) {
        documents.find(id).ifPresent(delivery -> {
            documents.delete(id);
            Events.delivered(events, delivery.word("event"));
        });
    }

    void failed(String id) {
        documents.find(id).ifPresent(delivery -> {
            int attempts = (int) delivery.number("attempts") + 1;
            delivery.put("attempts", attempts);
            if (attempts > retries.size()) {
                documents.save(delivery.put("status", "failed"));
            } else {
                documents.save(delivery.put("next_attempt", true));
                schedule.in(retries.get(attempts - 1), RETRY, id);
            }
        });
    }

    /** The event never reaches this endpoint. */
    void lost(String id) {
        documents.find(id).ifPresent(delivery -> documents.save(delivery.put("status", "failed")));
    }

    public int pending() {
        return documents.all("status", "pending").size();
    }
}
