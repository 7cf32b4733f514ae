package dev.quayside.gateway.listener;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long whoever is connected may take. */
@Singleton
class Patience {
    private final Duration head;
    private final Duration idle;

    Patience(
            @ConfigProperty(name = "quayside.slow-clients.head") Duration head,
            @ConfigProperty(name = "quayside.slow-clients.idle") Duration idle) {
        this.head = head;
        this.idle = idle;
    }

    /** From the connection to the whole head of its first request. */
    Duration firstHead() {
        return head;
    }

    /** From one answer to the whole head of the next request: connections are kept, so this one is long. */
    Duration nextHead() {
        return idle.plus(head);
    }

    /** Without a byte in either direction. */
    Duration idle() {
        return idle;
    }
}
