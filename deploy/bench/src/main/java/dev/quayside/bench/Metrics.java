package dev.quayside.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a service says of itself. */
final class Metrics {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    Metrics(URI address) {
        this.address = address;
    }

    /** The values of all lines that begin so, together; 0 when there is none, for many begin with the first that is counted. */
    double sum(String beginning) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
