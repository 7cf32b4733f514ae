package dev.quayside.payment;

import dev.quayside.payment.stripe.LiveKey;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;
import java.util.Optional;

/** Starts the service, after the settings of the JVM that must stand before its HTTP client is first used. */
@QuarkusMain
public class PaymentServiceMain {
    PaymentServiceMain() {}

    public static void main(String... arguments) {
        Optional<String> refusal = LiveKey.refusal(
                System.getenv().getOrDefault("STRIPE_API_KEY", ""),
                Boolean.parseBoolean(System.getenv("QUAYSIDE_ALLOW_LIVE_PAYMENTS")));
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(1);
        }
        // Stripe's library writes the signed time in the digits of the default locale.
        Locale.setDefault(Locale.ENGLISH);
        // The JDK would silently send a POST again when the connection is reset; only a durable step may do that.
        System.setProperty("sun.net.http.retryPost", "false");
        // Idle connections kept for each host: with the default of 5, busy workers shake hands anew for most calls.
        System.setProperty("http.maxConnections", "32");
        Quarkus.run(arguments);
    }
}
