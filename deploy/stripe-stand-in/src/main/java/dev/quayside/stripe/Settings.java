package dev.quayside.stripe;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a stand-in runs.
 *
 * @param port 0 takes a free one
 * @param data where the state lives; null keeps it in memory
 * @param webhookUrl an endpoint that is there from the start and gets every event, signed with the secret
 * @param webhookRetries after which time each retry of a delivery follows, on the stand-in's clock
 * @param webhookTimeout how long an endpoint may take to answer
 * @param settlementDelay until {@code charge.updated}, and until a disputing test card disputes
 * @param outcomeDelay until an asynchronous refund, a submitted dispute or a slow bank has its outcome
 */
public record Settings(
        String host,
        int port,
        @Nullable Path data,
        @Nullable URI webhookUrl,
        @Nullable String webhookSecret,
        List<Duration> webhookRetries,
        Duration webhookTimeout,
        Duration settlementDelay,
        Duration outcomeDelay) {

    /** In memory, on a free port of loopback, telling nobody. The three retries are a sandbox's, much closer together. */
    public static Settings inMemory() {
        return new Settings(
                "127.0.0.1",
                0,
                null,
                null,
                null,
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)),
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                Duration.ofSeconds(2));
    }

    /** From environment variables; those that are not set keep their defaults. */
    public static Settings from(Map<String, String> environment) {
        Settings settings = inMemory()
                .onPort(Integer.parseInt(environment.getOrDefault("STRIPE_STAND_IN_PORT", "8084")))
                .onHost(environment.getOrDefault("STRIPE_STAND_IN_HOST", "127.0.0.1"));
        String data = environment.getOrDefault("STRIPE_STAND_IN_DATA", "");
        if (!data.isBlank()) {
            settings = settings.keepingStateIn(Path.of(data));
        }
        String url = environment.getOrDefault("STRIPE_STAND_IN_WEBHOOK_URL", "");
        if (!url.isBlank()) {
            settings = settings.tellingEventsTo(
                    URI.create(url),
                    environment
                            .getOrDefault("STRIPE_STAND_IN_WEBHOOK_SECRET", "")
                            .strip());
        }
        String retries = environment.getOrDefault("STRIPE_STAND_IN_WEBHOOK_RETRY_SECONDS", "");
        return retries.isBlank() ? settings : settings.retryingAfter(seconds(retries));
    }

    private static List<Duration> seconds(String text) {
        return Arrays.stream(text.strip().split("\\s*,\\s*", -1))
                .map(Long::parseLong)
                .map(Duration::ofSeconds)
                .toList();
    }

    public Settings onPort(int fixed) {
        return new Settings(
                host,
                fixed,
                data,
                webhookUrl,
                webhookSecret,
                webhookRetries,
                webhookTimeout,
                settlementDelay,
                outcomeDelay);
    }

    public Settings onHost(String name) {
        return new Settings(
                name,
                port,
                data,
                webhookUrl,
                webhookSecret,
                webhookRetries,
                webhookTimeout,
                settlementDelay,
                outcomeDelay);
    }

    public Settings keepingStateIn(Path directory) {
        return new Settings(
                host,
                port,
                directory,
                webhookUrl,
                webhookSecret,
                webhookRetries,
                webhookTimeout,
                settlementDelay,
                outcomeDelay);
    }

    /** The secret is used as it is, in any form that the receiver likes. */
    public Settings tellingEventsTo(URI url, String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a webhook URL needs a webhook secret");
        }
        return new Settings(
                host, port, data, url, secret, webhookRetries, webhookTimeout, settlementDelay, outcomeDelay);
    }

    public Settings retryingAfter(List<Duration> spacing) {
        return new Settings(
                host,
                port,
                data,
                webhookUrl,
                webhookSecret,
                List.copyOf(spacing),
                webhookTimeout,
                settlementDelay,
                outcomeDelay);
    }

    public Settings waiting(Duration webhook, Duration settlement, Duration outcome) {
        return new Settings(host, port, data, webhookUrl, webhookSecret, webhookRetries, webhook, settlement, outcome);
    }
}
