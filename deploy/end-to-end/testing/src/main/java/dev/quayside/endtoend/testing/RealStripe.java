package dev.quayside.endtoend.testing;

import dev.quayside.local.ShopException;
import dev.quayside.local.StripeAccess;
import java.util.Map;
import java.util.Optional;

/**
 * Stripe's own test mode, when {@code -Dstripe=real} asks for it. No webhook reaches this machine: payments are found out about by
 * reading them. One test runs after another, and so far below Stripe's limit of 25 calls a second.
 */
public final class RealStripe {
    private static final String ADDRESS = "https://api.stripe.com";

    private RealStripe() {}

    public static boolean isWanted() {
        return "real".equals(System.getProperty("quayside.stripe"));
    }

    /** The keys of the environment; only a test mode's will do. */
    public static StripeAccess access() {
        Map<String, String> environment = System.getenv();
        String secret = environment.getOrDefault("STRIPE_API_KEY", "");
        String publishable = environment.getOrDefault("STRIPE_PUBLISHABLE_KEY", "");
        if (!secret.matches("[rs]k_test_.+") || !publishable.startsWith("pk_test_")) {
            throw new ShopException(
                    "-Dstripe=real needs STRIPE_API_KEY=sk_test_... and STRIPE_PUBLISHABLE_KEY=pk_test_... of a"
                            + " Stripe account. Without -Dstripe=real the tests run on the stand-in.");
        }
        return new StripeAccess(
                secret,
                publishable,
                environment.getOrDefault("STRIPE_WEBHOOK_SECRET", ""),
                Optional.of(environment.getOrDefault("STRIPE_API_BASE", ADDRESS)));
    }
}
