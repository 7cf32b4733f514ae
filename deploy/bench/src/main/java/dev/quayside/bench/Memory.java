package dev.quayside.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a service's heap holds, by its own metrics. */
final class Memory {
    private final String service;
    private final URI metrics;
    private final HttpClient http = HttpClient.newHttpClient();
    private long least = Long.MAX_VALUE;
    private long most;

    Memory(String service, URI metrics) {
        this.service = service;
        this.metrics = metrics;
    }

    void look() throws IOException, InterruptedException {
        String all = http.send(
                        HttpRequest.newBuilder(metrics)
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        long used = (long) all.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        least = Math.min(least, used);
        most = Math.max(most, used);
    }

    @Override
    public String toString() {
        return "%s's heap was between %d and %d MiB, garbage included".formatted(service, least >> 20, most >> 20);
    }
}
