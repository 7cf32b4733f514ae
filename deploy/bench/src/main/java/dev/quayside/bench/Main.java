package dev.quayside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What {@code deploy/bench/run} starts. */
public final class Main {
    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        if (words.length == 0 || !words[0].equals("webhooks")) {
            System.err.println("deploy/bench/run: name a benchmark: webhooks. See --help.");
            System.exit(2);
        }
        try {
            Options options = Options.of(List.of(words).subList(1, words.length));
            Shop shop = new Shop(
                    options.url(),
                    Files.readString(options.data().resolve("admin-api-key")).strip());
            Events events = new Events(Files.readString(options.data().resolve("stripe-webhook-secret"))
                    .strip());
            new WebhookBench(shop, events, options).run();
        } catch (IllegalArgumentException wrong) {
            System.err.println("deploy/bench/run: " + wrong.getMessage() + ". See --help.");
            System.exit(2);
        } catch (IOException failed) {
            System.err.println("deploy/bench/run: " + failed + ". Is a shop running, started with deploy/up?");
            System.exit(1);
        }
    }
}
