package dev.quayside.payment.testing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Before each test: an honest network to Stripe, and a subscriber that listens. Before the first: a service that has warmed up. */
class CleanStart implements BeforeEachCallback {
    private static final AtomicBoolean WARM = new AtomicBoolean();

    @Override
    public void beforeEach(ExtensionContext context) {
        Stripe.honest();
        Subscriber.listens();
        if (!WARM.getAndSet(true)) {
            Service.opened(UUID.randomUUID(), 1000);
        }
    }
}
