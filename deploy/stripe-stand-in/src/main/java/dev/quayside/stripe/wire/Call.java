package dev.quayside.stripe.wire;

import dev.quayside.stripe.store.Origin;
import org.jspecify.annotations.Nullable;

/** One API call on its way to a route; {@code id} is the object that the path names, or empty. */
public record Call(
        String method,
        String path,
        String id,
        Params params,
        Caller caller,
        @Nullable String idempotencyKey,
        String requestId) {

    public boolean isPublishable() {
        return caller == Caller.PUBLISHABLE;
    }

    public Origin origin() {
        return new Origin(requestId, idempotencyKey);
    }
}
