package dev.quayside.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What the gateway has hashed since it was started, by its own metrics: beside it, what a sign-in takes tells what else there is to it.
 *
 * @param hashes passwords
 * @param seconds for all of them
 */
record HashTimer(double hashes, double seconds) {
    private static final URI METRICS = URI.create("http://127.0.0.1:8090/q/metrics");

    static HashTimer now(HttpClient http) throws IOException, InterruptedException {
        String all = http.send(
                        HttpRequest.newBuilder(METRICS)
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return new HashTimer(
                value(all, "gateway_password_hash_seconds_count"), value(all, "gateway_password_hash_seconds_sum"));
    }

    /** Milliseconds for each hash since then. */
    double millisEachSince(HashTimer then) {
        return (seconds - then.seconds) * 1e3 / (hashes - then.hashes);
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0); // It begins with the first hash.
    }
}
