package dev.quayside.local;

import dev.quayside.local.secret.Secret;
import dev.quayside.local.secret.Secrets;
import java.util.Map;
import java.util.Optional;

/**
 * Whom payment-service talks to.
 *
 * @param base where that Stripe is; empty for Stripe's own address
 */
public record StripeAccess(String apiKey, String publishableKey, String webhookSecret, Optional<String> base) {

    /** The stand-in on this machine, with keys of its own. */
    static StripeAccess standIn(Secrets secrets, Ports ports) {
        return new StripeAccess(
                secrets.of(Secret.STRIPE_API_KEY),
                secrets.of(Secret.STRIPE_PUBLISHABLE_KEY),
                secrets.of(Secret.STRIPE_WEBHOOK_SECRET),
                Optional.of(ports.url(Port.STRIPE_STAND_IN)));
    }

    /**
     * Stripe itself, when the environment has its key. Whether the key may be used is payment-service's to say.
     *
     * @throws ShopException when something that must come with the key is missing
     */
    public static Optional<StripeAccess> fromEnvironment(Map<String, String> environment) {
        String apiKey = environment.getOrDefault("STRIPE_API_KEY", "");
        if (apiKey.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StripeAccess(
                apiKey,
                required(environment, "STRIPE_PUBLISHABLE_KEY", "pk_test_..., what a storefront pays with"),
                required(
                        environment,
                        "STRIPE_WEBHOOK_SECRET",
                        "whsec_..., shown by `stripe listen` or on the webhook endpoint's page"),
                Optional.ofNullable(environment.get("STRIPE_API_BASE"))));
    }

    private static String required(Map<String, String> environment, String name, String what) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new ShopException("STRIPE_API_KEY is set, but " + name + " (" + what
                    + ") is not. Set it too, or unset STRIPE_API_KEY for the local stand-in.");
        }
        return value;
    }

    /** Never the keys: this may reach a log. */
    @Override
    public String toString() {
        return "StripeAccess[base=" + base + "]";
    }
}
