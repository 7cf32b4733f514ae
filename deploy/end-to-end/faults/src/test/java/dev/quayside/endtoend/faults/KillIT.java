package dev.quayside.endtoend.faults;

import static org.awaitility.Awaitility.await;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.AuditLog;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.kit.testing.Together;
import dev.quayside.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** kill -9 of services while buyers buy: after their restart the shop sells, and in the end nothing is left over. */
@EndToEnd(paymentWindow = Shop.SHORT_WINDOW)
@Order(Integer.MAX_VALUE)
class KillIT {
    private static final int BUYERS = Boolean.getBoolean("quayside.soak") ? 5 : 2;
    private static final int RUSH = Boolean.getBoolean("quayside.soak") ? 50 : 20;
    private static final List<String> SKUS = new ArrayList<>();
    private static Crowd crowd;

    @BeforeAll
    static void buyersCome() {
        String sku = Admin.product(5_000);
        SKUS.add(sku);
        crowd = Crowd.buying(List.of(sku), BUYERS, 1);
    }

    /** What was paid is delivered, and those who walked away leave nothing behind, whatever was killed under them. */
    @AfterAll
    static void everythingComesToItsEnd() throws InterruptedException {
        crowd.goHome();
        crowd.awaitWhatTheyPaidFor(Duration.ofSeconds(60));
        for (String sku : SKUS) {
            await("the orders of those who walked away have expired")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Admin.stock(sku).reserved() == 0);
        }
        // Made a moment before the kill: committed with its entry, which nobody may have shipped by then.
        SKUS.forEach(sku -> AuditLog.awaitOne("product.created", Admin.productId(sku)));
        Admin.awaitCleanAudit();
    }

    /**
     * Each service one by one in the long run, and Stripe's stand-in too. In every build those that have the money and the order, together
     * as when a machine goes; {@link ChaosIT} kills whichever comes.
     */
    static List<List<Service>> victims() {
        return Boolean.getBoolean("quayside.soak")
                ? Stream.of(Service.PAYMENT, Service.GATEWAY, Service.ORDER, Service.CATALOG, Service.STRIPE_STAND_IN)
                        .map(List::of)
                        .toList()
                : List.of(List.of(Service.PAYMENT, Service.ORDER));
    }

    @ParameterizedTest
    @MethodSource("victims")
    void purchasesGoOnAfterTheKillOf(List<Service> victims) {
        awaitTwoPurchases("before the kill");
        CompletableFuture<Void> rush = rush();
        victims.forEach(Shop.running()::kill);
        victims.forEach(Shop.running()::start);
        victims.forEach(victim -> Shop.running().awaitReady(victim, Duration.ofSeconds(60)));
        rush.join();
        awaitTwoPurchases("after the restart of " + victims);
    }

    private static void awaitTwoPurchases(String when) {
        int before = crowd.paid();
        await("purchases " + when).atMost(Duration.ofSeconds(60)).until(() -> crowd.paid() >= before + 2);
    }

    /** Begins many checkouts at one moment and returns in the midst of them: some orders are placed, others are about to be. */
    private static CompletableFuture<Void> rush() {
        String sku = Admin.product(RUSH);
        SKUS.add(sku);
        List<Buyer> buyers = Together.run(RUSH, n -> Buyer.with(sku, 1));
        long total = buyers.get(0).total();
        CompletableFuture<Void> rush = CompletableFuture.runAsync(() -> Together.run(RUSH, n -> {
            try {
                return buyers.get(n)
                        .checkout(UUID.randomUUID().toString(), total)
                        .statusCode();
            } catch (Exception partIsDown) {
                return 0;
            }
        }));
        await("the first order of the rush")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Admin.stock(sku).reserved() > 0);
        return rush;
    }
}
