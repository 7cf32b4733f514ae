package dev.quayside.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a GET through the gateway costs, with a token to check and limits to count, beside nginx before the same service. */
final class ProxyBench {
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    /** A customer's token is good for ten minutes, and is used for a third of the time. */
    private static final Duration LONGEST = Duration.ofMinutes(25);

    private static final String PEER = "nginx";

    private final Shop shop;
    private final Options options;
    private final Path program;
    private final ProcessHandle gateway;

    ProxyBench(Shop shop, Options options) throws IOException {
        if (options.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("--seconds must be " + LONGEST.toSeconds() + " at most here");
        }
        this.shop = shop;
        this.options = options;
        this.program = Nginx.program(options.nginx());
        this.gateway = gateway(options.data());
    }

    private static ProcessHandle gateway(Path data) throws IOException {
        String written = Files.readString(data.resolve("run").resolve("gateway.pid"));
        return ProcessHandle.of(Long.parseLong(written.split(" ", 2)[0]))
                .orElseThrow(() -> new IOException("the gateway does not run"));
    }

    void run() throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%d connections, %d s for each in %d rounds; the machine's load was %.2f at the start%n",
                options.callers(),
                options.length().toSeconds(),
                ROUNDS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        // The client keeps five connections unless it is told otherwise.
        System.setProperty("http.maxConnections", Integer.toString(options.callers()));
        String path = "/v1/products/" + shop.product().toLowerCase(Locale.ROOT);
        try (Nginx nginx = Nginx.before(URI.create(options.backend()), program)) {
            report(measure(contestants(nginx, path)));
        }
    }

    /** As whom to ask. */
    private interface Caller {
        Map<String, String> headers() throws IOException, InterruptedException;
    }

    /** Whom to ask. */
    private record Contestant(ProcessHandle server, URI address, Caller caller) {}

    private Map<String, Contestant> contestants(Nginx nginx, String path) {
        URI door = URI.create(options.url() + path);
        Map<String, Contestant> all = new LinkedHashMap<>();
        all.put(PEER, new Contestant(nginx.process(), nginx.address(path), Map::of));
        all.put("gateway, nobody signed in", new Contestant(gateway, door, Map::of));
        all.put("gateway, an API key", new Contestant(gateway, door, () -> bearer(shop.adminKey())));
        all.put("gateway, a customer", new Contestant(gateway, door, () -> bearer(shop.customer())));
        return all;
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /** They take turns, so that what else the machine does meets all of them; the round in which each was cheapest counts. */
    private Map<String, Cost> measure(Map<String, Contestant> contestants) throws IOException, InterruptedException {
        for (Contestant each : contestants.values()) {
            cost(each, WARM_UP);
        }
        Map<String, Cost> best = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Contestant> each : contestants.entrySet()) {
                best.merge(
                        each.getKey(), cost(each.getValue(), options.length().dividedBy(ROUNDS)), ProxyBench::cheaper);
            }
        }
        return best;
    }

    private Cost cost(Contestant contestant, Duration length) throws IOException, InterruptedException {
        Map<String, String> headers = contestant.caller().headers();
        return Cost.of(contestant.server(), contestant.address(), headers, options.callers(), length);
    }

    private static Cost cheaper(Cost one, Cost other) {
        return one.microsEach() <= other.microsEach() ? one : other;
    }

    private static void report(Map<String, Cost> costs) {
        Cost peer = Objects.requireNonNull(costs.get(PEER));
        costs.forEach((what, cost) -> cost.print(what));
        costs.forEach((what, cost) -> {
            if (!what.equals(PEER)) {
                cost.printBeside(peer, what + " / " + PEER);
            }
        });
    }
}
