package dev.quayside.stripe.idempotency;

import dev.quayside.stripe.wire.Reply;

/** An answer given before, and the id of the request that it was given to. */
public record StoredReply(Reply reply, String originalRequest) {}
