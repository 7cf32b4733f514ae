package dev.quayside.endtoend;

import static org.awaitility.Awaitility.await;

import dev.quayside.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 of each service while buyers buy: after its restart everything comes to an end and the audit is clean. */
@EndToEnd
class KillIT {
    private static final int BUYERS = 4;
    private static final List<String> SKUS = new ArrayList<>();

    @BeforeAll
    static void ordersExpireSoon() {
        Shop.restart(Service.ORDER, "QUAYSIDE_ORDER_PAYMENT_WINDOW", "PT20S");
    }

    /** Those who walked away leave nothing behind, whatever was killed under them. */
    @AfterAll
    static void whatWasNotPaidExpires() {
        for (String sku : SKUS) {
            await("the orders of those who walked away have expired")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Admin.stock(sku).reserved() == 0);
        }
        Admin.awaitCleanAudit();
        Shop.restart(Service.ORDER, "QUAYSIDE_ORDER_PAYMENT_WINDOW", "PT30M");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void purchasesSurviveTheKillOf(Service victim) throws InterruptedException {
        String sku = Admin.product(500);
        SKUS.add(sku);
        Crowd crowd = Crowd.buying(List.of(sku), BUYERS, victim.label().hashCode());
        await("first purchases").atMost(Duration.ofSeconds(30)).until(() -> crowd.paid() >= 2);
        Shop.running().kill(victim);
        Shop.running().start(victim);
        Shop.running().awaitReady(victim, Duration.ofSeconds(60));
        int before = crowd.paid();
        await("purchases after the restart").atMost(Duration.ofSeconds(60)).until(() -> crowd.paid() >= before + 2);
        crowd.goHome();
        crowd.awaitWhatTheyPaidFor(Duration.ofSeconds(60));
        Admin.awaitCleanAudit();
    }
}
