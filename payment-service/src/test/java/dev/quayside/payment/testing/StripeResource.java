package dev.quayside.payment.testing;

import dev.quayside.local.Ports;
import dev.quayside.stripe.Settings;
import dev.quayside.stripe.StandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stripe's stand-in, which delivers its events to the service; and the service's time-outs made short. */
public class StripeResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable StandIn standIn;

    @Override
    public Map<String, String> start() {
        int port = Ports.another();
        URI webhook = URI.create("http://127.0.0.1:" + port + "/v1/webhooks/stripe");
        StandIn started = StandIn.start(Settings.inMemory().tellingEventsTo(webhook, Stripe.WEBHOOK_SECRET));
        standIn = started;
        Stripe.at(started.baseUrl());
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.test-port", String.valueOf(port));
        settings.put("STRIPE_API_KEY", Stripe.API_KEY);
        settings.put("STRIPE_PUBLISHABLE_KEY", "pk_test_quayside");
        settings.put("STRIPE_WEBHOOK_SECRET", " " + Stripe.OTHER_WEBHOOK_SECRET + "\n, " + Stripe.WEBHOOK_SECRET + " ");
        settings.put("STRIPE_API_BASE", started.baseUrl());
        settings.put("quayside.stripe.shopper-limit", "2.5S");
        settings.put("quayside.stripe.worker-limit", "3S");
        settings.put("quayside.payment.resolve-after", "0.5S");
        settings.put("quayside.payment.look-again-after", "0.3S");
        settings.put("quayside.payment.watch-first", "1S");
        settings.put("quayside.payment.watch-longest", "1M");
        settings.put("quayside.payment.authorized-watch", "1M");
        // Where a step fails or waits on purpose, that is not waited for.
        settings.put("quayside.steps.first-retry", "PT0.02S");
        settings.put("quayside.steps.polling-interval", "PT0.1S");
        settings.put("quayside.payment.lease", "15S");
        // Tests run the back-fill themselves, in small bites.
        settings.put("quayside.payment.backfill-every", "1H");
        settings.put("quayside.payment.backfill-overlap", "5S");
        settings.put("quayside.payment.backfill-pages", "3");
        settings.put("quayside.stripe.page-size", "5");
        // Tests reconcile when they want to, at once, and in batches that are smaller than what they compare; other
        // tests' payments stay out.
        settings.put("quayside.reconciliation.every", "off");
        settings.put("quayside.reconciliation.grace", "0S");
        settings.put("quayside.reconciliation.clock-skew", "2S");
        settings.put("quayside.reconciliation.look-again-after", "0S");
        settings.put("quayside.reconciliation.page-size", "8");
        settings.put("quayside.reconciliation.patience", "0.5S");
        return settings;
    }

    @Override
    public void stop() {
        if (standIn != null) {
            standIn.close();
        }
    }
}
