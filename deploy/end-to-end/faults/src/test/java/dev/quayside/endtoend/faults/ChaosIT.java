package dev.quayside.endtoend.faults;

import static org.awaitility.Awaitility.await;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Buyers buy and cancel for a while, and everything that can go wrong does, at random: services are killed, one and two instances of
 * them, PostgreSQL and Redis too, Stripe fails before and after the effect, webhooks are lost, late and repeated. Then it is quiet, and
 * nothing may be left over.
 *
 * <p>{@code -Dquayside.chaos.seed} repeats the decisions of a run, {@code -Dquayside.chaos.seconds} makes it long.
 */
@EndToEnd(paymentWindow = Shop.SHORT_WINDOW)
@Order(Integer.MAX_VALUE)
class ChaosIT {
    private static final Logger LOG = Logger.getLogger(ChaosIT.class);
    private static final int BUYERS = Boolean.getBoolean("quayside.soak") ? 5 : 3;
    private static final Duration QUIET = Duration.ofMinutes(3);

    @Test
    void nothingIsLostAndNothingStaysPending() throws InterruptedException {
        long seed = Long.getLong("quayside.chaos.seed", System.nanoTime());
        Duration length = Duration.ofSeconds(Long.getLong("quayside.chaos.seconds", 10));
        LOG.infof("chaos of %d s with -Dquayside.chaos.seed=%d", length.toSeconds(), seed);
        List<String> skus = Stream.of(1000, 1000, 10).map(n -> Admin.product(n)).toList();
        Crowd crowd = Crowd.buying(skus, BUYERS, seed);
        Mishaps mishaps = new Mishaps(new Random(seed));
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            mishaps.next();
        }
        mishaps.end();
        crowd.goHome();
        LOG.infof("%d purchases were paid; seed %d", crowd.paid(), seed);
        crowd.awaitWhatTheyPaidFor(QUIET);
        for (String sku : skus) {
            await("orders that were not paid have expired; seed " + seed)
                    .atMost(QUIET)
                    .until(() -> Admin.stock(sku).reserved() == 0);
        }
        Admin.awaitCleanAudit();
    }
}
