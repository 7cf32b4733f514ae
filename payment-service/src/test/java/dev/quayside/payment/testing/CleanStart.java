package dev.quayside.payment.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Before each test: an honest network to Stripe, and a subscriber that listens. */
class CleanStart implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        Stripe.honest();
        Subscriber.listens();
    }
}
