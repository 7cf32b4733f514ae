package dev.quayside.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visitors of several gateways, who look each second which of them are ready, as a load balancer does, and keep their connections. They
 * send what nobody may send again, so that no client hides a request that broke off.
 */
final class Visitors implements AutoCloseable {
    private static final int MANY = 8;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> gateways;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(MANY + 1);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, Integer> served = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile List<String> ready;

    private Visitors(List<String> gateways) {
        this.gateways = gateways;
        this.ready = gateways;
    }

    /** They come; all of these gateways are ready. */
    static Visitors of(String... gateways) {
        Visitors visitors = new Visitors(List.of(gateways));
        visitors.repeat(visitors::look, LOOK_EVERY);
        for (int n = 0; n < MANY; n++) {
            visitors.repeat(visitors::visit, PAUSE);
        }
        return visitors;
    }

    private void repeat(Runnable what, Duration every) {
        var unused = threads.scheduleWithFixedDelay(what, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        ready = gateways.stream().filter(this::isReady).toList();
    }

    private boolean isReady(String gateway) {
        try {
            return send(HttpRequest.newBuilder(URI.create(gateway + "/q/health/ready"))) == 200;
        } catch (IOException away) {
            return false;
        }
    }

    private void visit() {
        List<String> choice = ready;
        String gateway = choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
        try {
            int status = send(HttpRequest.newBuilder(URI.create(gateway + "/v1/carts"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"currency\":\"EUR\"}")));
            if (status != 201) {
                failures.add(gateway + " answered " + status);
            }
            served.merge(gateway, 1, Integer::sum);
        } catch (IOException brokenOff) {
            failures.add(gateway + ": " + brokenOff);
        }
    }

    private int send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Waits until so many more were served by a gateway. */
    void awaitMore(String gateway, int many) {
        int before = servedBy(gateway);
        await("more visits of " + gateway)
                .atMost(Duration.ofMinutes(1))
                .until(() -> servedBy(gateway) >= before + many);
    }

    private int servedBy(String gateway) {
        return served.getOrDefault(gateway, 0);
    }

    /** What failed until now. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
