package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Following what happens to alerts. */
@CatalogTest
class StockEventIT {
    private static final String EVENTS = "/v1/admin/stock-alert-events";
    private static final int SKUS = 8;

    @Inject
    DataSource database;

    @Inject
    Instance<DurableStep> steps;

    @Test
    void thatASkuIsLowAndRecoversIsHeardOfOnce() {
        String known = Follower.atTheEnd().known;
        String sku = skuWithStock(6);
        adjust(sku, -2).then().statusCode(200);
        adjust(sku, -1).then().statusCode(200);
        adjust(sku, 5).then().statusCode(200);
        after(known)
                .then()
                .statusCode(200)
                .body("data.findAll { it.sku == '" + sku + "' }.kind", contains("low", "recovered"))
                .body("data.findAll { it.sku == '" + sku + "' }.available", contains(4, 8));
        Follower follower = Follower.after(known);
        follower.catchUp();
        assertThat(follower.heardOf(List.of(sku))).containsExactly(sku, sku);
        follower.catchUp();
        assertThat(follower.heardOf(List.of(sku))).hasSize(2);
    }

    @Test
    void whatIsCommittedLateIsHeardOfLater() throws SQLException {
        Follower follower = Follower.atTheEnd();
        String late = skuWithStock(20);
        String early = skuWithStock(6);
        try (Held slow = Held.by(database, """
                insert into stock_alerts (id, sku, available, threshold, created_at)
                values (gen_random_uuid(), '%s', 1, 5, now())""".formatted(late))) {
            adjust(early, -1).then().statusCode(200);
            follower.catchUp();
            assertThat(follower.heardOf(List.of(early, late))).containsExactly(early);
            slow.commit();
        }
        follower.catchUp();
        assertThat(follower.heardOf(List.of(early, late))).containsExactly(early, late);
    }

    @Test
    void whoeverFollowsAtTheSameTimeHearsOfEachOnce() {
        String known = Follower.atTheEnd().known;
        List<String> skus =
                IntStream.range(0, SKUS).mapToObj(i -> skuWithStock(6)).toList();
        Callable<List<String>> following = () -> {
            Follower follower = Follower.after(known);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                follower.catchUp();
                return follower.heardOf(skus).size() >= SKUS;
            });
            return follower.heardOf(skus);
        };
        Stream<Callable<List<String>>> makingLow = skus.stream().map(sku -> () -> {
            adjust(sku, -1).then().statusCode(200);
            return List.of();
        });
        List<List<String>> heard = Together.run(Stream.concat(Stream.of(following, following, following), makingLow)
                .toList());
        assertThat(heard.subList(0, 3))
                .allSatisfy(one -> assertThat(one).containsExactlyInAnyOrderElementsOf(skus))
                .containsOnly(heard.get(0));
    }

    @Test
    void whoWasAwayTooLongIsTold() {
        Follower follower = Follower.atTheEnd();
        String sku = skuWithStock(6);
        adjust(sku, -1).then().statusCode(200);
        follower.catchUp();
        after(follower.known).then().statusCode(200);
        age(sku);
        Settling.of(steps);
        after(follower.known).then().statusCode(200);
        String missed = skuWithStock(6);
        adjust(missed, -1).then().statusCode(200);
        age(missed);
        Settling.of(steps);
        after(follower.known).then().statusCode(404).body("code", equalTo("stock_event_not_found"));
        after(UUID.randomUUID().toString()).then().statusCode(404);
        after("yesterday").then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    @Test
    void whatNobodyHasReadIsForgottenBeforeTheLast() {
        Sql.run(database, "delete from stock_events");
        List<String> skus = List.of(skuWithStock(6), skuWithStock(6));
        skus.forEach(sku -> adjust(sku, -1).then().statusCode(200));
        skus.forEach(this::age);
        Settling.of(steps);
        after(null).then().statusCode(200).body("data.sku", contains(skus.get(1)));
    }

    private void age(String sku) {
        Sql.run(
                database,
                "update stock_events set created_at = created_at - interval '91 days' where sku = '" + sku + "'");
    }

    private static Response after(@Nullable String known) {
        return staff().get(EVENTS + "?limit=100" + (known == null ? "" : "&after=" + known));
    }

    /** A script that keeps the last event that it knows. */
    private static final class Follower {
        private String known;
        private final List<String> skus = new ArrayList<>();

        private Follower(String known) {
            this.known = known;
        }

        static Follower after(String known) {
            return new Follower(known);
        }

        static Follower atTheEnd() {
            adjust(skuWithStock(6), -1).then().statusCode(200);
            Follower follower = new Follower("");
            follower.catchUp();
            follower.skus.clear();
            return follower;
        }

        void catchUp() {
            String next = EVENTS + "?limit=100" + (known.isEmpty() ? "" : "&after=" + known);
            while (next != null) {
                Response page = staff().get(next);
                page.then().statusCode(200);
                page.<List<Map<String, String>>>path("data").forEach(event -> {
                    skus.add(String.valueOf(event.get("sku")));
                    known = String.valueOf(event.get("id"));
                });
                next = page.path("page.next");
            }
        }

        List<String> heardOf(List<String> wanted) {
            return skus.stream().filter(wanted::contains).toList();
        }
    }
}
