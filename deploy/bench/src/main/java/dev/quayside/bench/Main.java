package dev.quayside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;

/** What {@code deploy/bench/run} starts. */
public final class Main {
    private static final List<String> BENCHMARKS =
            List.of("webhooks", "reconciliation", "catalog", "bulk", "cache", "proxy", "sign-in");

    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        String name = words.length == 0 ? "" : words[0];
        if (!BENCHMARKS.contains(name)) {
            System.err.println(
                    "deploy/bench/run: name a benchmark: " + String.join(", ", BENCHMARKS) + ". See --help.");
            System.exit(2);
        }
        try {
            run(name, Options.of(List.of(words).subList(1, words.length)));
        } catch (IllegalArgumentException wrong) {
            System.err.println("deploy/bench/run: " + wrong.getMessage() + ". See --help.");
            System.exit(2);
        } catch (IOException | SQLException failed) {
            System.err.println("deploy/bench/run: " + failed + ". Is a shop running, started with deploy/up?");
            System.exit(1);
        }
    }

    private static void run(String name, Options options) throws IOException, SQLException, InterruptedException {
        Shop shop = new Shop(
                options.url(),
                Files.readString(options.data().resolve("admin-api-key")).strip());
        if (name.equals("webhooks")) {
            Events events = new Events(Files.readString(options.data().resolve("stripe-webhook-secret"))
                    .strip());
            new WebhookBench(shop, events, options).run();
        } else if (name.equals("catalog")) {
            new CatalogBench(shop, options).run();
        } else if (name.equals("bulk")) {
            new BulkBench(shop, options).run();
        } else if (name.equals("cache")) {
            new CacheBench(shop, options).run();
        } else if (name.equals("proxy")) {
            new ProxyBench(shop, options).run();
        } else if (name.equals("sign-in")) {
            new SignInBench(shop, options).run();
        } else {
            new ReconciliationBench(shop, options).run();
        }
    }
}
