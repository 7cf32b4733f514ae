package dev.quayside.stripe.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Selection;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;
import java.util.List;
import java.util.Set;

/** {@code /v1/events}. */
public final class EventResource implements Resource {
    private final Documents documents;
    private final Events events;

    public EventResource(Store store, Events events) {
        this.documents = Events.documents(store);
        this.events = events;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/v1/events", this::list).get("/v1/events/:id", this::retrieve);
    }

    private ObjectNode retrieve(Call call) {
        call.params().only();
        return documents
                .find(call.id())
                .filter(events::isListed)
                .orElseThrow(() -> ApiError.missing("event", call.id()))
                .wire();
    }

    private ObjectNode list(Call call) {
        List<String> types = call.params().list("types");
        String delivered = call.params().oneOf("delivery_success", "true", "false");
        Selection selection = Lists.selection(documents, call, Set.of("types", "delivery_success"), "type")
                .matching(events::isListed)
                .matching(event -> types.isEmpty() || types.stream().anyMatch(type -> matches(type, event)));
        return Lists.answer(
                documents,
                call,
                delivered == null
                        ? selection
                        : selection.matching(event -> delivered.equals("true") == isDelivered(event)));
    }

    private static boolean isDelivered(Document event) {
        return event.number("pending_webhooks") == 0;
    }

    /** {@code charge.*} names every event about a charge. */
    private static boolean matches(String type, Document event) {
        return type.endsWith(".*")
                ? event.word("type").startsWith(type.substring(0, type.length() - 1))
                : event.is("type", type);
    }
}
