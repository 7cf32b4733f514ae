package dev.quayside.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What a server needs for a request when so many connections ask for one after the other without a pause.
 *
 * @param answered requests
 * @param took from the first to the last
 * @param processor time that the server's processes used meanwhile
 */
record Cost(long answered, Duration took, Duration processor) {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 40_000;

    /**
     * Asks one address for a while; anything but a 200 ends it.
     *
     * @param server its descendants count with it
     */
    static Cost of(ProcessHandle server, URI address, Map<String, String> headers, int connections, Duration length)
            throws IOException, InterruptedException {
        URL url = address.toURL();
        AtomicLong answered = new AtomicLong();
        AtomicBoolean refused = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        Duration before = processor(server);
        long start = System.nanoTime();
        for (int n = 0; n < connections; n++) {
            threads.execute(() -> {
                do {
                    if (isAnswered(url, headers)) {
                        answered.incrementAndGet();
                    } else {
                        refused.set(true);
                    }
                } while (System.nanoTime() - start < length.toNanos() && !refused.get());
            });
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(length.toMillis() + 2L * READ_MILLIS, TimeUnit.MILLISECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (!ended || refused.get()) {
            threads.shutdownNow();
            throw new IOException(address + " did not answer 200");
        }
        return new Cost(answered.get(), took, processor(server).minus(before));
    }

    /** The JDK's older client: it costs a fraction of what the newer one does, and shares the machine with what is measured. */
    private static boolean isAnswered(URL url, Map<String, String> headers) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            headers.forEach(connection::setRequestProperty);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            // Read to its end, or the connection is not used again.
            try (InputStream body = connection.getInputStream()) {
                body.transferTo(OutputStream.nullOutputStream());
            }
            return true;
        } catch (IOException failed) {
            return false;
        }
    }

    private static Duration processor(ProcessHandle server) {
        return Stream.concat(Stream.of(server), server.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    double perSecond() {
        return answered * 1e9 / took.toNanos();
    }

    double microsEach() {
        return processor.toNanos() / 1e3 / answered;
    }

    void print(String what) {
        System.out.printf(
                Locale.ROOT, "%-34s %8.0f requests/s  %7.0f us of processor each%n", what, perSecond(), microsEach());
    }

    /** Beside a peer: above 1 it needs more processor time, below 1 it answers fewer. */
    void printBeside(Cost peer, String what) {
        System.out.printf(
                Locale.ROOT,
                "%-34s x %.2f the processor time, x %.2f the requests/s%n",
                what,
                microsEach() / peer.microsEach(),
                perSecond() / peer.perSecond());
    }
}
