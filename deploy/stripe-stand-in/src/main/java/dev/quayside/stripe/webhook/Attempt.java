package dev.quayside.stripe.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Json;

/** How one posting ended; {@code status} is 0 and {@code failure} says why if no answer came. */
public record Attempt(String event, String type, String url, long number, int status, String failure) {

    /** Anything but a 2xx is a failure, redirects included. */
    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public ObjectNode json() {
        return Json.object()
                .put("event", event)
                .put("type", type)
                .put("url", url)
                .put("attempt", number)
                .put("status", status)
                .put("failure", failure);
    }
}
