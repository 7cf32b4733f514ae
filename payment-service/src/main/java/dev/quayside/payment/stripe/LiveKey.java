package dev.quayside.payment.stripe;

import java.util.Optional;

/** Real money moves only on purpose. */
public final class LiveKey {
    private LiveKey() {}

    /** Why the service must not start with this key, in one line, or empty. */
    public static Optional<String> refusal(String apiKey, boolean allowed) {
        String key = apiKey.strip();
        boolean live = key.startsWith("sk_live_") || key.startsWith("rk_live_");
        return live && !allowed
                ? Optional.of("payment-service does not start: STRIPE_API_KEY is a live key, which moves real money."
                        + " Use a test key, or set QUAYSIDE_ALLOW_LIVE_PAYMENTS=true.")
                : Optional.empty();
    }
}
