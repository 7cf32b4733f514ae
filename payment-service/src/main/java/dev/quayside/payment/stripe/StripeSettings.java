package dev.quayside.payment.stripe;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How Stripe is reached; each setting's reason stands beside its default in {@code application.properties}. */
@ConfigMapping(prefix = "quayside.stripe")
public interface StripeSettings {
    /** The secret key, {@code sk_test_…}. */
    String apiKey();

    /** The key that a storefront uses, {@code pk_test_…}. */
    String publishableKey();

    /** Whether a live key may be used. */
    boolean allowLive();

    /** The signing secrets that are active, {@code whsec_…}; without one every delivery is refused. */
    Optional<List<String>> webhookSecrets();

    /** Where this service calls Stripe. */
    String apiBase();

    /** Where a storefront calls Stripe. */
    String browserApiBase();

    /** How long a call may take while a shopper waits. */
    Duration shopperLimit();

    /** How long a call of a durable step may take. */
    Duration workerLimit();

    /** How often stripe-java itself sends a request again. */
    int networkRetries();

    /** How many pages of 100 a listing reads at most. */
    int listingPages();

    /** How many objects a page of a list holds; Stripe gives at most 100. */
    long pageSize();

    /** The first part of every idempotency key. */
    String environment();
}
