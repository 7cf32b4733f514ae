package dev.quayside.order.testing;

import dev.quayside.order.order.Patience;
import io.quarkus.test.junit.QuarkusMock;
import java.time.Duration;

/** Nobody waits for an outcome that does not come before the test has seen to it. */
public final class Impatience {
    private Impatience() {}

    /** Until the end of the test, whoever cancels, captures or refunds is soon told that it is under way. */
    public static void forThisTest() {
        QuarkusMock.installMockForType(new Patience(Duration.ofMillis(300)), Patience.class);
    }
}
