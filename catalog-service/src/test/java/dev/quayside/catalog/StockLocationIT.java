package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.putBack;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stock at several locations: where orders take it from, where it comes back to, and when a location can go. */
@CatalogTest
class StockLocationIT {
    @Inject
    DataSource database;

    private final UUID order = UUID.randomUUID();
    private String sku;

    @BeforeEach
    void makeSku() {
        sku = skuWithStock(4);
    }

    @AfterEach
    void numbersOfStockAgree() {
        Fixtures.invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Test
    void locationIsWrittenReadAndDeleted() {
        var created = Places.create(7);
        String id = created.path("data.id");
        created.then()
                .statusCode(201)
                .header("Location", endsWith(Places.LOCATIONS + id))
                .header("ETag", "\"1\"")
                .body("data.active", equalTo(true));
        String code = created.path("data.code");
        staff().body("{\"code\": \"%s\", \"name\": \"Again\"}".formatted(code))
                .post("/v1/admin/stock-locations")
                .then()
                .statusCode(409)
                .body("code", equalTo("location_code_taken"));
        Places.patch(id, "{\"name\": \"North\", \"priority\": null}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("data.name", equalTo("North"))
                .body("data.priority", equalTo(100));
        Places.patch(id, "{\"name\": \"North\"}").then().statusCode(200).header("ETag", "\"2\"");
        Places.patch(id, "{\"code\": \"other\"}").then().statusCode(422).body("errors[0].code", equalTo("immutable"));
        staff().body("{}").patch(Places.LOCATIONS + id).then().statusCode(428);
        staff().header("If-Match", "\"1\"").delete(Places.LOCATIONS + id).then().statusCode(412);
        staff().get("/v1/admin/stock-locations?sort=-createdAt").then().body("data.code", hasItem(code));
        staff().delete(Places.LOCATIONS + id).then().statusCode(204);
        staff().get(Places.LOCATIONS + id).then().statusCode(404).body("code", equalTo("location_not_found"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code':'Not A Slug','name':'N'}              | code",
                "{'code':'x','name':''}                        | name",
                "{'code':'x','name':'N','priority':-1}         | priority",
                "{'name':'N'}                                  | code"
            })
    void whatIsNoLocationIsA422(String body, String field) {
        staff().body(body.replace("'", "\""))
                .post("/v1/admin/stock-locations")
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @Test
    void lineIsTakenFromOneLocationThatHasAllOfItBeforeItIsSplit() {
        String near = Places.code(1);
        String far = Places.code(500);
        Places.adjust(sku, near, 2).then().statusCode(200).body("data.onHand", equalTo(6));
        Places.adjust(sku, far, 3).then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(9, 0, 9));
        // The nearest that has three is main; then the nearest has one; then nobody has five.
        hold(UUID.randomUUID(), basket(Map.of(sku, 3))).then().statusCode(200);
        hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(200);
        hold(order, basket(Map.of(sku, 5))).then().statusCode(200);
        assertThat(Places.levels(sku))
                .isEqualTo(Map.of(near, List.of(2, 2), "main", List.of(4, 4), far, List.of(3, 3)));
        hold(UUID.randomUUID(), basket(Map.of(sku, 1)))
                .then()
                .statusCode(409)
                .body("available", equalTo(Map.of(sku, 0)));
        verb(order, "release").then().statusCode(200);
        assertThat(Places.levels(sku))
                .isEqualTo(Map.of(near, List.of(2, 1), "main", List.of(4, 3), far, List.of(3, 0)));
    }

    @Test
    void unitsComeBackToWhereTheyWereTakenFrom() {
        String near = Places.code(1);
        Places.adjust(sku, near, 2).then().statusCode(200);
        hold(order, basket(Map.of(sku, 6))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        assertThat(Places.levels(sku)).isEqualTo(Map.of(near, List.of(0, 0), "main", List.of(0, 0)));
        putBack(order, UUID.randomUUID(), Map.of(sku, 1)).then().statusCode(200);
        putBack(order, UUID.randomUUID(), Map.of(sku, 2)).then().statusCode(200);
        verb(order, "return").then().statusCode(200);
        assertThat(Places.levels(sku)).isEqualTo(Map.of(near, List.of(2, 0), "main", List.of(4, 0)));
        List<String> moved = staff().get("/v1/admin/stock/" + sku + "/movements?limit=100")
                .path("data.findAll { it.kind == 'committed' }.location");
        assertThat(moved).containsExactlyInAnyOrder(near, "main");
    }

    @Test
    void unitsOfALocationThatIsNoMoreComeBackToMain() {
        var created = Places.create(1);
        String near = created.path("data.code");
        Places.adjust(sku, near, 1).then().statusCode(200);
        hold(order, basket(Map.of(sku, 1))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        assertThat(Places.levels(sku)).containsEntry(near, List.of(0, 0));
        staff().delete(Places.LOCATIONS + created.path("data.id")).then().statusCode(204);
        verb(order, "return").then().statusCode(200);
        assertThat(Places.levels(sku)).isEqualTo(Map.of("main", List.of(5, 0)));
    }

    @Test
    void unitsComeBackToALocationThatWasMadeAnew() {
        var created = Places.create(1);
        String near = created.path("data.code");
        Places.adjust(sku, near, 2).then().statusCode(200);
        hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        staff().delete(Places.LOCATIONS + created.path("data.id")).then().statusCode(204);
        staff().body("{\"code\": \"%s\", \"name\": \"Again\"}".formatted(near))
                .post("/v1/admin/stock-locations")
                .then()
                .statusCode(201);
        putBack(order, UUID.randomUUID(), Map.of(sku, 1)).then().statusCode(200);
        verb(order, "return").then().statusCode(200);
        assertThat(Places.levels(sku)).isEqualTo(Map.of("main", List.of(4, 0), near, List.of(2, 0)));
    }

    @Test
    void variantThatIsMadeAnewHasAsManyUnitsAsItIsSaidToHave() {
        String north = Places.code(500);
        String slug = newName("anew");
        sku = newName("anew");
        for (int units : List.of(4, 7, 2)) {
            String id = createProduct(product(slug, "Anew", variant(sku, "M", units, eur(1))));
            if (units == 4) {
                Places.adjust(sku, north, 3).then().statusCode(200);
            }
            // Those at north stay, however few are said to be left.
            assertThat(Places.levels(sku))
                    .isEqualTo(Map.of("main", List.of(units == 2 ? 0 : 4, 0), north, List.of(3, 0)));
            staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        }
    }

    @Test
    void whatAnOldInstanceWritesIsAtMain() {
        String made = newName("made");
        for (String one : List.of("insert into stock_levels values ('" + made + "', 0, 0)", """
                with s as (update stock_levels set on_hand = on_hand + 2 where sku = '%s' returning sku)
                insert into stock_movements (id, sku, kind, delta, reason, created_at)
                select gen_random_uuid(), sku, 'adjusted', 2, 'old', now() from s""".formatted(sku))) {
            Sql.run(database, one);
        }
        hold(order, basket(Map.of(sku, 5))).then().statusCode(200);
        Places.adjust(made, "main", 1).then().statusCode(200);
        assertThat(Places.levels(sku)).isEqualTo(Map.of("main", List.of(6, 5)));
        assertThat(Places.levels(made)).isEqualTo(Map.of("main", List.of(1, 0)));
    }

    @Test
    void locationWithUnitsOrPromisesStays() {
        var created = Places.create(1);
        String id = created.path("data.id");
        String near = created.path("data.code");
        Places.adjust(sku, near, 1).then().statusCode(200);
        hold(order, basket(Map.of(sku, 1))).then().statusCode(200);
        staff().delete(Places.LOCATIONS + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("location_in_use"))
                .body("skus", equalTo(1));
        Places.patch(id, "{\"active\": false}").then().statusCode(409).body("code", equalTo("location_in_use"));
        Places.adjust(sku, near, -1).then().statusCode(409).body("code", equalTo("stock_below_reserved"));
        verb(order, "commit").then().statusCode(200);
        Places.patch(id, "{\"active\": false}").then().statusCode(200).body("data.active", equalTo(false));
        Places.adjust(sku, near, 1).then().statusCode(409).body("code", equalTo("location_inactive"));
        Places.transfer("main", near, Map.of(sku, 1)).then().statusCode(409);
        verb(order, "return").then().statusCode(200);
        assertThat(Places.levels(sku)).containsEntry("main", List.of(5, 0));
    }

    @Test
    void mainIsForGood() {
        String id =
                staff().get("/v1/admin/stock-locations?sort=code&limit=100").path("data.find { it.code == 'main' }.id");
        staff().delete(Places.LOCATIONS + id).then().statusCode(409).body("code", equalTo("location_is_main"));
        Places.patch(id, "{\"active\": false}").then().statusCode(409).body("code", equalTo("location_is_main"));
    }

    @Test
    void unknownLocationIsAFieldAtFault() {
        Places.adjust(sku, newName("none"), 1)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("location"))
                .body("errors[0].code", equalTo("unknown_location"));
        Places.adjust(sku, "No Such", 1).then().statusCode(422);
        assertThat(stock(sku)).isEqualTo(List.of(4, 0, 4));
    }
}
