package dev.quayside.stripe.store;

import org.jspecify.annotations.Nullable;

/** The API request that caused an act; both parts are null for the Dashboard, a bank or the passing of time. */
public record Origin(@Nullable String requestId, @Nullable String idempotencyKey) {
    public static final Origin NONE = new Origin(null, null);
}
