package dev.quayside.stripe.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Origin;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.Changes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Records what happened, as a snapshot of the object at that moment. Always inside the act that changed the object. */
public final class Events {
    /** The version of the API whose objects this server writes: the one that stripe-java 33.3.0 is pinned to. */
    public static final String API_VERSION = "2026-07-29.dahlia";

    private static final long KEPT_SECONDS = Duration.ofDays(30).toSeconds();

    private final Store store;
    private final Book book;
    private final Documents events;
    private final Announcer announcer;

    public Events(Store store, Book book, Announcer announcer) {
        this.store = store;
        this.book = book;
        this.events = documents(store);
        this.announcer = announcer;
    }

    public static Documents documents(Store store) {
        return store.documents("event", "evt", "type");
    }

    public void record(String type, Document object) {
        record(type, object, null);
    }

    /** An event of a change; {@code before} is the object's JSON as it went over the wire until now. */
    public void recordChange(String type, ObjectNode before, Document object) {
        record(type, object, Changes.between(before, object));
    }

    private void record(String type, Document object, @Nullable ObjectNode previous) {
        ObjectNode data = Json.object();
        data.set("object", object.wire());
        if (previous != null) {
            data.set("previous_attributes", previous);
        }
        Origin origin = book.origin();
        Document event = events.create()
                .put("api_version", API_VERSION)
                .put("data", data)
                .put("pending_webhooks", 0)
                .put(
                        "request",
                        Json.object().put("id", origin.requestId()).put("idempotency_key", origin.idempotencyKey()))
                .put("type", type);
        event.put("pending_webhooks", announcer.announce(event));
        events.save(event);
    }

    /** One endpoint fewer waits for this event. */
    public static void delivered(Documents events, String id) {
        events.find(id)
                .ifPresent(event ->
                        events.save(event.put("pending_webhooks", Math.max(0, event.number("pending_webhooks") - 1))));
    }

    public boolean isListed(Document event) {
        return store.clock().seconds() - event.created() < KEPT_SECONDS;
    }
}
