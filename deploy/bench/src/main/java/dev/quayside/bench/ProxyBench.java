package dev.quayside.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a GET through the gateway costs, with a token to check and limits to count, beside nginx before the same service. */
final class ProxyBench {
    /** A customer's token is good for ten minutes, and is used for a third of the time. */
    private static final Duration LONGEST = Duration.ofMinutes(25);

    private static final String PEER = "nginx";

    private final Shop shop;
    private final Options options;
    private final Path program;
    private final GatewayProcess gateway;

    ProxyBench(Shop shop, Options options) throws IOException {
        if (options.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("--seconds must be " + LONGEST.toSeconds() + " at most here");
        }
        this.shop = shop;
        this.options = options;
        this.program = Nginx.program(options.nginx());
        this.gateway = GatewayProcess.of(options.data());
    }

    void run() throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%d connections, %d s for each in %d rounds; the machine's load was %.2f at the start%n",
                options.callers(),
                options.length().toSeconds(),
                Rounds.COUNT,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        // The client keeps five connections unless it is told otherwise.
        System.setProperty("http.maxConnections", Integer.toString(options.callers()));
        String path = "/v1/products/" + shop.product().toLowerCase(Locale.ROOT);
        try (Nginx nginx = Nginx.before(URI.create(options.backend()), program)) {
            Rounds.report(Rounds.cheapest(contestants(nginx, path), options.length(), this::printMemory), PEER);
        }
    }

    /** As whom to ask. */
    private interface Caller {
        Map<String, String> headers() throws IOException, InterruptedException;
    }

    private Map<String, Rounds.Contestant> contestants(Nginx nginx, String path) {
        URI door = URI.create(options.url() + path);
        Map<String, Rounds.Contestant> all = new LinkedHashMap<>();
        all.put(PEER, length -> cost(nginx.process(), nginx.address(path), Map::of, length));
        all.put("gateway, nobody signed in", length -> cost(gateway.handle(), door, Map::of, length));
        all.put("gateway, an API key", length -> cost(gateway.handle(), door, () -> bearer(shop.adminKey()), length));
        all.put("gateway, a customer", length -> cost(gateway.handle(), door, () -> bearer(shop.customer()), length));
        return all;
    }

    private Cost cost(ProcessHandle server, URI address, Caller caller, Duration length)
            throws IOException, InterruptedException {
        return Cost.of(server, Question.get(address, caller.headers()), options.callers(), length);
    }

    /** A server that keeps something of each request shows it here, round by round. */
    private void printMemory() {
        System.out.printf(
                Locale.ROOT, "the gateway's process holds %d MiB after a round%n", gateway.residentMebibytes());
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
