package dev.quayside.endtoend.faults;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.kit.testing.Soak;
import dev.quayside.local.Instance;
import dev.quayside.local.LocalShop;
import dev.quayside.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two processes of catalog-service never show a price a second after another one was answered, also while Redis is away. */
@EndToEnd
@Soak
class FreshPricesIT {
    private static final int CHANGES = 300;
    private static final int FIRST = 1999;

    /** A read: when it began, and the price that it saw. */
    private record Seen(long began, int price) {}

    private final LocalShop shop = Shop.running();
    private final String sku = Admin.product(5);
    private final String product = Admin.productId(sku);
    private final TreeMap<Long, Integer> answered = new TreeMap<>();

    @Test
    void noProcessShowsAnOldPriceForMoreThanASecond() throws ExecutionException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        try (Instance second = shop.startInstance(Service.CATALOG, Shop.secondPort(Service.CATALOG))) {
            second.awaitReady(Duration.ofMinutes(2));
            ExecutorService readers = Executors.newCachedThreadPool();
            List<Future<List<Seen>>> reads = Stream.of(shop.instance(Service.CATALOG), second)
                    .flatMap(instance -> Stream.of(instance, instance))
                    .map(instance -> readers.submit(() -> read(instance.url(), over)))
                    .toList();
            try {
                changePrices();
            } finally {
                over.set(true);
                readers.shutdown();
            }
            for (Future<List<Seen>> some : reads) {
                assertThat(some.get()).isNotEmpty().allSatisfy(this::assertFresh);
            }
        }
    }

    private void changePrices() {
        Random random = new Random(11);
        for (int change = 1; change <= CHANGES; change++) {
            Http.admin()
                    .header("If-Match", "*")
                    .body("""
                            {"variants": [{"sku": "%s", "options": {"size": "m"}, "prices": [{"amount": %d, "currency": "EUR"}]}]}""".formatted(sku, FIRST + change))
                    .patch("/v1/admin/products/" + product)
                    .then()
                    .statusCode(200);
            answered.put(System.nanoTime(), FIRST + change);
            if (change == CHANGES / 3) {
                shop.stopRedis();
            } else if (change == CHANGES / 2) {
                shop.startRedis();
            }
            int pause = random.nextInt(10) == 0 ? 1_200 : random.nextInt(50);
            await().pollDelay(Duration.ofMillis(pause)).until(() -> true);
        }
    }

    private List<Seen> read(String catalog, AtomicBoolean over) {
        List<Seen> seen = new ArrayList<>();
        while (!over.get()) {
            long began = System.nanoTime();
            int price = given().baseUri(catalog)
                    .get("/v1/products/" + sku.toLowerCase(Locale.ROOT))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("data.price.amount");
            seen.add(new Seen(began, price));
        }
        return seen;
    }

    private void assertFresh(Seen seen) {
        Map.Entry<Long, Integer> due = answered.floorEntry(seen.began - TimeUnit.SECONDS.toNanos(1));
        assertThat(seen.price).isGreaterThanOrEqualTo(due == null ? FIRST : due.getValue());
    }
}
