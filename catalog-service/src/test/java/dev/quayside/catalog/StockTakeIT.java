package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.quayside.kit.testing.RecordedChanges;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of what was counted. */
@CatalogTest
class StockTakeIT {
    private static final String TAKES = "/v1/admin/stock-takes";
    private static final String CSV = "text/csv";

    @Inject
    DataSource database;

    @AfterEach
    void numbersOfStockAgree() {
        Fixtures.invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Test
    void sameFileTwiceWritesNothingTheSecondTime() {
        String north = Places.code(500);
        List<String> skus = List.of(skuWithStock(4), skuWithStock(5));
        String file = "sku;location;counted\n" + skus.get(0) + ";;7\n" + skus.get(0) + ";" + north + ";2\n"
                + skus.get(1) + ";main;5\n" + newName("none") + ";main;1\n";
        JsonPath first = done("", file);
        assertThat(counts(first)).containsExactly(4, 2, 1, 1);
        assertThat(Places.levels(skus.get(0))).isEqualTo(Map.of("main", List.of(7, 0), north, List.of(2, 0)));
        String id = first.getString("data.id");
        staff().get("/v1/admin/stock/" + skus.get(0) + "/movements")
                .then()
                .body("data.kind", hasItem("counted"))
                .body("data[0].reason", equalTo("stock-take " + id));
        assertThat(RecordedChanges.of(database, skus.get(0))
                        .get(0)
                        .at("/actor/kind")
                        .asText())
                .isEqualTo("api_key");
        assertThat(counts(done("", file))).containsExactly(4, 0, 3, 1);
        assertThat(RecordedChanges.of(database, skus.get(0)))
                .extracting(
                        entry -> entry.at("/after/location").asText(),
                        entry -> entry.at("/after/onHand").asInt())
                .containsExactly(tuple("main", 7), tuple(north, 9));
        assertThat(staff().get("/v1/admin/stock/" + skus.get(0) + "/movements").<List<?>>path("data"))
                .hasSize(3);
        staff().get(TAKES + "?status=completed").then().statusCode(200).body("data.id", hasItem(id));
        staff().get("/v1/admin/imports/" + id).then().statusCode(404);
        assertThat(staff().get(TAKES + "/" + id + "/errors").asString().lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo("line,sku,location,code,detail,field,fieldCode,message");
    }

    @Test
    void trialTellsTheDifferencesAndWritesNothing() throws SQLException {
        String sku = skuWithStock(4);
        String file = "{\"sku\": \"%s\", \"counted\": 9}\n\n{\"sku\": \"%s\", \"counted\": 0}"
                .formatted(sku, skuWithStock(0));
        JsonPath trial;
        // Nobody waits for a trial, and it waits for nobody.
        try (Held checkout = Held.by(database, "select 1 from stock_levels where sku = '" + sku + "' for update")) {
            trial = done("?dryRun=true", file);
            checkout.commit();
        }
        assertThat(counts(trial)).containsExactly(2, 1, 1, 0);
        assertThat(stock(sku)).startsWith(4);
        assertThat(staff().get(TAKES + "/" + trial.getString("data.id") + "/changes")
                        .asString())
                .isEqualTo(("{\"line\":1,\"sku\":\"%s\",\"result\":\"updated\","
                                + "\"changes\":[{\"field\":\"onHand\",\"before\":4,\"after\":9}]}\n")
                        .formatted(sku));
    }

    @Test
    void lineThatCannotBeIsToldAndTheOthersCount() {
        String sku = skuWithStock(4);
        String reserved = skuWithStock(4);
        hold(UUID.randomUUID(), basket(Map.of(reserved, 3))).then().statusCode(200);
        String file =
                "sku,location,counted\n%1$s,,3\n%1$s,main,3\n%1$s,none,1\n%1$s,No Such,1\n%1$s,,-1\n%1$s,,many\n%2$s,,2\n,,1\n%1$s,,1,1\n"
                        .formatted(sku, reserved);
        JsonPath done = done("", file);
        assertThat(counts(done)).containsExactly(9, 1, 0, 8);
        assertThat(stock(sku)).startsWith(3);
        String errors = staff().get(TAKES + "/" + done.getString("data.id") + "/errors?format=ndjson")
                .asString();
        assertThat(errors.lines()
                        .map(line -> JsonPath.from(line))
                        .map(line -> line.getString("errors[0].code") == null
                                ? line.getString("code")
                                : line.getString("errors[0].code")))
                .containsExactly(
                        "duplicate_in_file",
                        "unknown_location",
                        "pattern",
                        "min",
                        "not_a_number",
                        "stock_below_reserved",
                        "pattern",
                        "too_many_cells");
    }

    @Test
    void countOfWhatHasChangedSinceIsRefused() {
        List<String> skus = List.of(skuWithStock(4), skuWithStock(4));
        String file = "sku,counted,expected\n%s,7,4\n%s,7,3\n".formatted(skus.get(0), skus.get(1));
        JsonPath done = done("", file);
        assertThat(counts(done)).containsExactly(2, 1, 0, 1);
        assertThat(staff().get(TAKES + "/" + done.getString("data.id") + "/errors")
                        .asString())
                .contains("3," + skus.get(1) + ",,stock_changed");
        assertThat(stock(skus.get(1))).startsWith(4);
        assertThat(counts(done("", file))).containsExactly(2, 0, 1, 1);
    }

    @Test
    void twoCountsOfOneSkuAreDecidedTogether() {
        String north = Places.code(500);
        String sku = skuWithStock(2);
        Places.adjust(sku, north, 2).then().statusCode(200);
        hold(UUID.randomUUID(), basket(Map.of(sku, 2))).then().statusCode(200);
        JsonPath done = done("", "sku,location,counted\n%1$s,%2$s,0\n%1$s,main,2\n".formatted(sku, north));
        assertThat(counts(done)).containsExactly(2, 1, 1, 0);
        assertThat(Places.levels(sku)).isEqualTo(Map.of("main", List.of(2, 2), north, List.of(0, 0)));
    }

    @Test
    void whatIsOwedFailsUntilTheDeliveryIsBooked() {
        String sku = newName("ahead");
        Fixtures.createProduct(Fixtures.product(
                sku,
                "Ahead",
                "{\"sku\": \"%s\", \"stockPolicy\": \"backorder\", \"backorderLimit\": 5, \"prices\": [%s]}"
                        .formatted(sku, Fixtures.eur(1))));
        UUID order = UUID.randomUUID();
        hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        assertThat(counts(done("", "sku,counted\n" + sku + ",0\n"))).containsExactly(1, 0, 1, 0);
        String id = done("", "sku,counted\n" + sku + ",6\n").getString("data.id");
        assertThat(staff().get(TAKES + "/" + id + "/errors").asString()).contains("stock_owed");
        assertThat(stock(sku)).startsWith(-2);
    }

    @Test
    void abortedItKeepsWhatStandsBeforeTheFailure() {
        List<String> skus = List.of(skuWithStock(1), skuWithStock(1));
        JsonPath done = done(
                "?onError=abort&mapping=" + ImportIT.encoded("{\"Nr\":\"sku\",\"Ist\":\"counted\"}"),
                "Nr,Ist\n" + skus.get(0) + ",3\n" + newName("none") + ",1\n" + skus.get(1) + ",3\n");
        assertThat(done.getString("data.status")).isEqualTo("failed");
        assertThat(done.getString("data.problem.code")).isEqualTo("aborted");
        assertThat(counts(done)).containsExactly(2, 1, 0, 1);
        assertThat(stock(skus.get(0))).startsWith(3);
        assertThat(stock(skus.get(1))).startsWith(1);
    }

    @ParameterizedTest
    @CsvSource({"sku", "'sku,counted,colour'", "'sku,sku,counted'"})
    void fileThatIsNoneFailsAsAWhole(String columns) {
        JsonPath done = done("", columns + "\nx,1,2\n");
        assertThat(done.getString("data.status")).isEqualTo("failed");
        assertThat(done.getString("data.problem.code")).isEqualTo("malformed_request");
    }

    @ParameterizedTest
    @CsvSource({"format=shopify", "currency=EUR", "onError=maybe", "limit=3"})
    void parametersAreChecked(String query) {
        start("?" + query, "sku,counted\nx,1\n").then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    @Test
    void goesOnBehindTheBatchThatWasCommitted() {
        String sku = skuWithStock(1);
        Sql.run(database, """
                create or replace function doom_count() returns trigger language plpgsql as $$
                begin
                    if new.sku = '%s' then raise exception 'doomed'; end if;
                    return new;
                end $$""".formatted(sku));
        Sql.run(
                database,
                "create trigger doom_count before insert on stock_movements for each row execute function doom_count()");
        String lost = newName("lost");
        try {
            String others =
                    IntStream.range(0, 500).mapToObj(i -> lost + i + ",1\n").collect(Collectors.joining());
            Response started = start("", "sku,counted\n" + others + sku + ",4\n");
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> staff().get(started.header("Location"))
                            .path("data.lines")
                            .equals(500));
            assertThat(stock(sku)).startsWith(1);
            Sql.run(database, "drop trigger doom_count on stock_movements");
            assertThat(counts(ImportIT.done(started))).containsExactly(501, 1, 0, 500);
        } finally {
            Sql.run(database, "drop trigger if exists doom_count on stock_movements");
        }
        assertThat(stock(sku)).startsWith(4);
        assertThat(RecordedChanges.actions(database, sku)).containsExactly("stock.counted");
    }

    static JsonPath done(String query, String file) {
        return ImportIT.done(start(query, file));
    }

    private static Response start(String query, String file) {
        return Streams.sent(CSV, file.getBytes(StandardCharsets.UTF_8)).post(TAKES + query);
    }

    /** Lines, updated, unchanged, failed. */
    private static List<Integer> counts(JsonPath one) {
        return List.of(
                one.getInt("data.lines"),
                one.getInt("data.updated"),
                one.getInt("data.unchanged"),
                one.getInt("data.failed"));
    }
}
