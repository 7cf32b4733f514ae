package dev.quayside.bench;

import java.io.IOException;
import java.net.URI;

/**
 * What the gateway has hashed since it was started, by its own metrics: beside it, what a sign-in takes tells what else there is to it.
 *
 * @param hashes passwords
 * @param seconds for all of them
 */
record HashTimer(double hashes, double seconds) {
    private static final Metrics GATEWAY = new Metrics(URI.create("http://127.0.0.1:8090/q/metrics"));

    static HashTimer now() throws IOException, InterruptedException {
        return new HashTimer(
                GATEWAY.sum("gateway_password_hash_seconds_count"), GATEWAY.sum("gateway_password_hash_seconds_sum"));
    }

    /** Milliseconds for each hash since then. */
    double millisEachSince(HashTimer then) {
        return (seconds - then.seconds) * 1e3 / (hashes - then.hashes);
    }
}
