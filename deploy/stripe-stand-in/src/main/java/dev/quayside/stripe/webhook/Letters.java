package dev.quayside.stripe.webhook;

import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Store;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an event as an endpoint receives it: in the endpoint's API version if it has one. */
final class Letters {
    private final Documents events;
    private final WebhookEndpoints endpoints;
    private final DeliveryPlan plan;

    Letters(Store store, WebhookEndpoints endpoints, DeliveryPlan plan) {
        this.events = Events.documents(store);
        this.endpoints = endpoints;
        this.plan = plan;
    }

    /** Nothing if the event or the endpoint has been deleted since. */
    Optional<Letter> write(Document delivery) {
        return events.find(delivery.word("event"))
                .flatMap(event -> endpoints
                        .documents()
                        .find(delivery.word("endpoint"))
                        .map(endpoint -> letter(event, endpoint, delivery.number("attempts") + 1)));
    }

    /** The event for everyone who wants its type, whether they had it before or not. */
    List<Letter> toAll(Document event) {
        return endpoints.wanting(event.word("type")).stream()
                .map(endpoint -> letter(event, endpoint, 1))
                .toList();
    }

    private Letter letter(Document event, Document endpoint, long attempt) {
        event.put("pending_webhooks", Math.max(1, event.number("pending_webhooks")));
        event.put("api_version", version(endpoint));
        return new Letter(
                event.id(),
                event.word("type"),
                endpoint.word("url"),
                endpoints.secrets(endpoint),
                Json.writePretty(event.wire()),
                attempt);
    }

    private String version(Document endpoint) {
        @Nullable String planned = plan.apiVersion();
        if (planned != null) {
            return planned;
        }
        return endpoint.has("api_version") ? endpoint.word("api_version") : Events.API_VERSION;
    }
}
