package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.catalog.stock.StockCounts;
import dev.quayside.catalog.stock.StockCounts.Count;
import dev.quayside.catalog.stock.StockCounts.Terms;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counts of an earlier moment. */
@CatalogTest
class CountedAtIT {
    private static final String TAKES = "/v1/admin/stock-takes";

    @Inject
    DataSource database;

    @Inject
    StockCounts counts;

    @AfterEach
    void numbersOfStockAgree() {
        Fixtures.invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Test
    void whatHasMovedSinceStaysMoved() {
        String sku = skuWithStock(10);
        Instant counted = now();
        sell(sku, 3);
        adjust(sku, 5).then().statusCode(200);
        String file = "sku,counted,countedAt\n%s,8,%s\n".formatted(sku, counted);
        assertThat(changes(file)).contains("\"before\":12,\"after\":10");
        assertThat(updated(file)).isEqualTo(1);
        assertThat(stock(sku)).startsWith(10);
        staff().get("/v1/admin/stock/" + sku + "/movements")
                .then()
                .body("data[0].delta", equalTo(-2))
                .body("data[0].countedAt", equalTo(counted.toString()));
        sell(sku, 1);
        JsonPath again = done("", file);
        assertThat(again.getInt("data.unchanged")).isEqualTo(1);
        assertThat(stock(sku)).startsWith(9);
    }

    @Test
    void momentOfTheFileIsThatOfLinesWithoutOne() {
        String sku = skuWithStock(4);
        String other = skuWithStock(4);
        Instant counted = now();
        Stream.of(sku, other).forEach(one -> adjust(one, 2).then().statusCode(200));
        JsonPath done = done(
                "?countedAt=" + counted,
                "{\"sku\": \"%s\", \"counted\": 5}\n{\"sku\": \"%s\", \"counted\": 5, \"countedAt\": \"%s\"}\n"
                        .formatted(sku, other, now()));
        assertThat(done.getString("data.countedAt")).isEqualTo(counted.toString());
        assertThat(stock(sku)).startsWith(7);
        assertThat(stock(other)).startsWith(5);
    }

    @Test
    void whatWasExpectedIsWhatTheLedgerHadThen() {
        String sku = skuWithStock(4);
        String other = skuWithStock(4);
        Instant counted = now();
        Stream.of(sku, other).forEach(one -> adjust(one, 3).then().statusCode(200));
        String file = "sku,counted,expected,countedAt\n%s,5,4,%3$s\n%s,5,7,%3$s\n".formatted(sku, other, counted);
        assertThat(failures(done("", file))).containsExactly("stock_changed");
        assertThat(stock(sku)).startsWith(8);
        assertThat(stock(other)).startsWith(7);
    }

    @Test
    void countOfEarlierThanWhatIsKnownIsRefused() {
        Instant before = now();
        String opened = skuWithStock(4);
        String recounted = skuWithStock(4);
        Instant counted = now();
        staff().body("{\"onHand\": 6, \"reason\": \"again\"}")
                .put("/v1/admin/stock/" + recounted)
                .then()
                .statusCode(200);
        String file = "sku,counted,countedAt\n%s,5,%s\n%s,5,%s\nnone,6,%s\n"
                .formatted(opened, before, recounted, counted, counted);
        assertThat(failures(done("", file))).containsExactly("count_outdated", "count_outdated", "sku_not_found");
        assertThat(stock(recounted)).startsWith(6);
    }

    @Test
    void countThatFoundWhatTheLedgerSaysIsKnownToo() {
        String one = skuWithStock(4);
        String other = skuWithStock(4);
        Instant counted = now();
        staff().body("{\"onHand\": 4, \"reason\": \"again\"}")
                .put("/v1/admin/stock/" + one)
                .then()
                .statusCode(200);
        assertThat(done("", "sku,counted\n" + other + ",4\n").getInt("data.unchanged"))
                .isEqualTo(1);
        String file = "sku,counted,countedAt\n%s,5,%3$s\n%s,5,%3$s\n".formatted(one, other, counted);
        assertThat(failures(done("", file))).containsExactly("count_outdated", "count_outdated");
        assertThat(stock(one)).startsWith(4);
    }

    @Test
    void countOfBeforeTheStockWasBegunIsRefusedWhereverItIs() {
        Instant before = now();
        String empty = skuWithStock(0);
        String elsewhere = skuWithStock(4);
        String file = "sku,location,counted,countedAt\n%s,,5,%4$s\n%s,%s,5,%4$s\n"
                .formatted(empty, elsewhere, Places.code(500), before);
        assertThat(failures(done("", file))).containsExactly("count_outdated", "count_outdated");
        assertThat(stock(empty)).startsWith(0);
    }

    @Test
    void momentOfAllIsLookedAtOnceAndClocksMayDiffer() {
        String sku = skuWithStock(4);
        Instant now = now();
        assertThat(refusal(sku, null, now.minus(Duration.ofDays(32)))).isEqualTo("count_outdated");
        assertThat(refusal(sku, now.minus(Duration.ofDays(32)), null)).isEqualTo("validation_failed");
        assertThat(refusal(sku, now.plus(Duration.ofSeconds(20)), null)).isEmpty();
    }

    /** The code with which a count is refused, if it is. */
    private String refusal(String sku, @Nullable Instant its, @Nullable Instant all) {
        Terms trial = new Terms("count", Actor.service("test"), false, true, all);
        ProblemException refused = QuarkusTransaction.requiringNew()
                .call(() -> counts.take(List.of(new Count(sku, "main", 5, null, its)), trial))
                .get(0)
                .refused();
        return refused == null ? "" : refused.code().code();
    }

    @Test
    void momentMustBeOneThatCanBeLookedUp() {
        String sku = skuWithStock(4);
        Instant future = now().plus(Duration.ofHours(1));
        String file = "sku,location,counted,countedAt\n%s,,5,%s\n%s,%s,5,%s\n%s,%s,5,%s\n"
                .formatted(
                        sku,
                        future,
                        sku,
                        Places.code(500),
                        now().minus(Duration.ofDays(32)),
                        sku,
                        Places.code(500),
                        "noon");
        assertThat(failures(done("", file))).hasSize(3).startsWith("validation_failed", "validation_failed");
        assertThat(stock(sku)).startsWith(4);
        for (String moment : List.of(future.toString(), "2020-01-01T00:00:00Z", "noon")) {
            start("?countedAt=" + moment, file).then().statusCode(400).body("code", equalTo("invalid_parameter"));
        }
        Streams.sent("text/csv", file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/admin/imports?countedAt=" + now())
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsSoldWhileItIsWrittenStaysSold() throws SQLException {
        String sku = skuWithStock(10);
        Instant counted = now();
        try (Held sale = Held.by(database, "select 1 from stock_levels where sku = '" + sku + "' for update")) {
            sale.run("update location_levels set on_hand = on_hand - 2 where sku = '" + sku + "'");
            sale.run("update stock_levels set on_hand = on_hand - 2 where sku = '" + sku + "'");
            sale.run("insert into stock_movements (id, sku, kind, delta, reason, created_at)"
                    + " values (gen_random_uuid(), '" + sku + "', 'adjusted', -2, 'sale', clock_timestamp())");
            Response started = start("", "sku,counted,countedAt\n%s,9,%s\n".formatted(sku, counted));
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> staff().get(started.header("Location"))
                            .path("data.status")
                            .equals("running"));
            sale.untilSomebodyWaits();
            sale.commit();
            assertThat(ImportIT.done(started).getInt("data.updated")).isEqualTo(1);
        }
        assertThat(stock(sku)).startsWith(7);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static void sell(String sku, int units) {
        UUID order = UUID.randomUUID();
        hold(order, basket(Map.of(sku, units))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
    }

    private static String changes(String file) {
        String id = done("?dryRun=true", file).getString("data.id");
        return staff().get(TAKES + "/" + id + "/changes").asString();
    }

    private static int updated(String file) {
        return done("", file).getInt("data.updated");
    }

    /** The codes of the lines that have failed. */
    private static List<String> failures(JsonPath take) {
        return staff().get(TAKES + "/" + take.getString("data.id") + "/errors?format=ndjson")
                .asString()
                .lines()
                .map(line -> JsonPath.from(line).getString("code"))
                .toList();
    }

    private static JsonPath done(String query, String file) {
        return ImportIT.done(start(query, file));
    }

    private static Response start(String query, String file) {
        String type = file.startsWith("{") ? "application/x-ndjson" : "text/csv";
        return Streams.sent(type, file.getBytes(StandardCharsets.UTF_8)).post(TAKES + query);
    }
}
