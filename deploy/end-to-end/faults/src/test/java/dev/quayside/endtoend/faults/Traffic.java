package dev.quayside.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.Http;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The usual use of the shop, in which no call may fail: somebody looks at products, somebody fills carts, somebody buys and pays. */
final class Traffic implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger purchases = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    private Traffic(String sku) {
        repeat(() -> look(sku));
        repeat(() -> fill(sku));
        repeat(() -> buy(sku));
    }

    /** Begins, with this product. */
    static Traffic of(String sku) {
        Traffic traffic = new Traffic(sku);
        traffic.awaitMore(1);
        return traffic;
    }

    private void repeat(Runnable use) {
        threads.execute(() -> {
            while (open) {
                try {
                    use.run();
                } catch (AssertionError | RuntimeException failure) {
                    failures.add(failure.toString());
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
    }

    private void look(String sku) {
        expect(200, Http.shop().get("/v1/products?limit=1"));
        expect(200, Http.admin().get("/v1/admin/stock/{sku}", sku));
        expect(200, Http.admin().get("/v1/admin/stripe-events?limit=1"));
        looks.incrementAndGet();
    }

    private static void fill(String sku) {
        expect(200, Buyer.with(sku, 1).put(sku, 2));
    }

    private void buy(String sku) {
        Response answer = Buyer.with(sku, 1).checkout();
        expect(201, answer);
        Buyer.Order order = Buyer.Order.of(answer.jsonPath());
        // Without a client secret Stripe's answer is still to come, which is an answer too.
        if (!order.secret().isEmpty()) {
            expect(200, order.pay("pm_card_visa"));
            expect(200, order.read());
        }
        purchases.incrementAndGet();
    }

    private static void expect(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    }

    /** Waits until so many more have looked, and somebody has bought. */
    void awaitMore(int many) {
        int lookedBefore = looks.get();
        int boughtBefore = purchases.get();
        await("more traffic")
                .atMost(Duration.ofMinutes(2))
                .until(() -> looks.get() >= lookedBefore + many && purchases.get() > boughtBefore);
    }

    /** What failed until now. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        open = false;
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
