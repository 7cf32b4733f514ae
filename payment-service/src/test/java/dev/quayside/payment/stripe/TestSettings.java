package dev.quayside.payment.stripe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for a Stripe at an address, with the time-out of a shopper's calls. */
record TestSettings(String apiBase, Duration shopperLimit) implements StripeSettings {
    @Override
    public String apiKey() {
        return "sk_test_1";
    }

    @Override
    public String publishableKey() {
        return "pk_test_1";
    }

    @Override
    public boolean allowLive() {
        return false;
    }

    @Override
    public Optional<List<String>> webhookSecrets() {
        return Optional.of(List.of(" whsec_1\n", "whsec_2", " "));
    }

    @Override
    public String browserApiBase() {
        return apiBase;
    }

    @Override
    public Duration workerLimit() {
        return shopperLimit;
    }

    @Override
    public int networkRetries() {
        return 0;
    }

    @Override
    public int listingPages() {
        return 2;
    }

    @Override
    public String environment() {
        return "test";
    }

    @Override
    public long pageSize() {
        return 100;
    }
}
