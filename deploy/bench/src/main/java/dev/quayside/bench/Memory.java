package dev.quayside.bench;

import java.io.IOException;
import java.net.URI;

/** What a service's heap holds, by its own metrics. */
final class Memory {
    private final String service;
    private final Metrics metrics;
    private long least = Long.MAX_VALUE;
    private long most;

    Memory(String service, URI metrics) {
        this.service = service;
        this.metrics = new Metrics(metrics);
    }

    void look() throws IOException, InterruptedException {
        long used = (long) metrics.sum("jvm_memory_used_bytes{area=\"heap\"");
        least = Math.min(least, used);
        most = Math.max(most, used);
    }

    @Override
    public String toString() {
        return "%s's heap was between %d and %d MiB, garbage included".formatted(service, least >> 20, most >> 20);
    }
}
