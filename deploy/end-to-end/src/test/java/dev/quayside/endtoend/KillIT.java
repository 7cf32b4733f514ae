package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.local.Service;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 of each service while buyers buy: after its restart everything comes to an end and the audit is clean. */
@EndToEnd
class KillIT {
    private static final int BUYERS = 4;

    @BeforeAll
    static void ordersExpireSoon() {
        Shop.restart(Service.ORDER, "QUAYSIDE_ORDER_PAYMENT_WINDOW", "PT20S");
    }

    @AfterAll
    static void ordersExpireAsUsual() {
        Shop.restart(Service.ORDER, "QUAYSIDE_ORDER_PAYMENT_WINDOW", "PT30M");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void purchasesSurviveTheKillOf(Service victim) throws InterruptedException {
        String sku = Admin.product(500);
        AtomicBoolean buying = new AtomicBoolean(true);
        Queue<Buyer.Order> paid = new ConcurrentLinkedQueue<>();
        ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
        for (int n = 0; n < BUYERS; n++) {
            Random chance = new Random(n);
            buyers.execute(() -> {
                while (buying.get()) {
                    buy(sku, chance, paid);
                }
            });
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> paid.size() >= 2);
        Shop.running().kill(victim);
        Shop.running().start(victim);
        Shop.running().awaitReady(victim, Duration.ofSeconds(60));
        int before = paid.size();
        await("purchases after the restart").atMost(Duration.ofSeconds(60)).until(() -> paid.size() >= before + 2);
        buying.set(false);
        buyers.shutdown();
        assertThat(buyers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        paid.forEach(order -> order.awaitState(Duration.ofSeconds(60), "confirmed", "paid"));
        Admin.awaitCleanAudit();
        await("the orders of those who walked away have expired")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Admin.stock(sku).reserved() == 0);
        Admin.awaitCleanAudit();
    }

    /** One purchase by somebody whose calls may fail: some pay, some cancel, some walk away. */
    private static void buy(String sku, Random chance, Queue<Buyer.Order> paid) {
        try {
            Response answer = Buyer.with(sku, 1).checkout();
            if (answer.statusCode() != 201) {
                return;
            }
            Buyer.Order order = Buyer.Order.of(answer.jsonPath());
            if (order.secret().isEmpty()) {
                return;
            }
            int turn = chance.nextInt(10);
            if (turn == 0) {
                order.cancel();
            } else if (turn > 1 && order.pay("pm_card_visa").statusCode() == 200) {
                paid.add(order);
            }
        } catch (AssertionError | Exception partIsDown) {
            // What the buyer began must still come to an end; the audit sees to that. A shopper would wait before
            // trying again.
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
