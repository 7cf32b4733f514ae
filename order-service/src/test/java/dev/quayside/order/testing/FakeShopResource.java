package dev.quayside.order.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Starts the fake catalogue and payment service and points the service at them, with short time-outs. */
public class FakeShopResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String url = FakeShop.get().url();
        Map<String, String> settings = new HashMap<>();
        for (String client : new String[] {"catalog", "catalog-quick", "payment", "payment-audit"}) {
            settings.put("quarkus.rest-client." + client + ".url", url);
            settings.put("quarkus.rest-client." + client + ".read-timeout", "2000");
        }
        settings.put("quarkus.rest-client.catalog-quick.read-timeout", "1500");
        settings.put("quarkus.http.test-port", "0");
        settings.put("quayside.order.token-key", "a-key-of-at-least-thirty-two-characters");
        settings.put("quayside.order.resume-after", "PT1S");
        settings.put("quayside.order.patience", "PT2S");
        settings.put("quayside.order.ask-again-after", "0.1S");
        // Where a step fails or waits on purpose, that is not waited for.
        settings.put("quayside.steps.first-retry", "PT0.02S");
        settings.put("quayside.steps.polling-interval", "PT0.1S");
        // A currency whose carts can come to less than Stripe charges.
        settings.put("quayside.shipping.standard.PLN", "0");
        return settings;
    }

    @Override
    public void stop() {
        FakeShop.get().stop();
    }
}
