package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;

/** The {@code previous_attributes} of an event: the old values of the top-level fields that are different now. */
public final class Changes {
    private Changes() {}

    public static ObjectNode between(ObjectNode before, Document after) {
        ObjectNode previous = Json.object();
        after.wire().properties().forEach(entry -> {
            if (!entry.getValue().equals(before.get(entry.getKey()))) {
                previous.set(entry.getKey(), before.path(entry.getKey()).deepCopy());
            }
        });
        return previous;
    }
}
