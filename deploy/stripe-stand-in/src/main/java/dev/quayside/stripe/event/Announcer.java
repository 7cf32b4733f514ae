package dev.quayside.stripe.event;

import dev.quayside.stripe.store.Document;

/** Is told of each event in the act that records it, and says how many endpoints wait for it. */
@FunctionalInterface
public interface Announcer {
    int announce(Document event);
}
