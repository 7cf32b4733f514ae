package dev.quayside.order.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Before the first test: a purchase, for the first one of a process takes longer than the tests' short time-outs where others build beside it. */
class WarmStart implements BeforeEachCallback {
    private static final AtomicBoolean WARM = new AtomicBoolean();

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!WARM.getAndSet(true)) {
            await("the first purchase")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(WarmStart::buys);
        }
    }

    private static boolean buys() {
        try {
            PlacedOrder.by(Shopper.guest(), 1000, 1).pay();
            return true;
        } catch (AssertionError slow) {
            return false;
        }
    }
}
