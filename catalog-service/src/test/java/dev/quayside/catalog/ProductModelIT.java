package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.kit.testing.RecordedChanges;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a product can have beside its title and variants. */
@CatalogTest
class ProductModelIT {
    private static final String WHOLE = """
            {"slug": "SLUG", "title": "Harbour mug", "brand": "Kadewerk", "tags": ["Stoneware", "gift"],
             "attributes": [{"name": "capacity", "value": "350", "unit": "ml"}, {"name": "care", "value": "dishwasher"}],
             "publishAt": "2026-01-31T12:00:00.123456+01:00",
             "variants": [{"sku": "SKU", "barcode": "400638133393-1", "weightGrams": 410, "stock": 3, "prices": [
                {"amount": 1450, "currency": "EUR", "compareAt": 1800,
                 "sale": {"amount": 1200, "startsAt": "2026-11-01T00:00:00Z", "endsAt": "2099-01-01T00:00:00Z"}},
                {"amount": 1590, "currency": "USD", "sale": {"amount": 0}}]}]}""";

    @Inject
    DataSource database;

    private final String slug = newName("model");
    private final String body = WHOLE.replace("SLUG", slug).replace("SKU", slug.toUpperCase(java.util.Locale.ROOT));

    @Test
    void everythingThatIsWrittenIsReadBack() {
        Response created = staff().body(body).post("/v1/admin/products");
        created.then().statusCode(201);
        staff().get(created.header("Location"))
                .then()
                .body("data", equalTo(created.path("data")))
                .body("data.brand", equalTo("Kadewerk"))
                .body("data.tags", contains("Stoneware", "gift"))
                .body(
                        "data.attributes",
                        equalTo(List.of(
                                Map.of("name", "capacity", "value", "350", "unit", "ml"),
                                Map.of("name", "care", "value", "dishwasher"))))
                .body("data.publishAt", equalTo("2026-01-31T11:00:00.123456Z"))
                .body("data.variants[0].barcode", equalTo("400638133393-1"))
                .body("data.variants[0].weightGrams", equalTo(410))
                .body(
                        "data.variants[0].prices[0]",
                        equalTo(Map.of(
                                "amount",
                                1450,
                                "currency",
                                "EUR",
                                "compareAt",
                                1800,
                                "sale",
                                Map.of(
                                        "amount", 1200,
                                        "startsAt", "2026-11-01T00:00:00Z",
                                        "endsAt", "2099-01-01T00:00:00Z"))))
                .body("data.variants[0].prices[1].sale", equalTo(Map.of("amount", 0)));
    }

    @Test
    void whatWasReadCanBeWrittenBackAndIsNoChange() {
        String path = "/v1/admin/products/by-key/" + slug;
        staff().body(body).put(path).then().statusCode(201);
        staff().body(body).put(path).then().statusCode(200).header("ETag", "\"1\"");
        String id = staff().body(body).put(path).path("data.id");
        staff().header("If-Match", "\"1\"")
                .body("{\"brand\": \"Kadewerk\", \"tags\": [\"Stoneware\", \"gift\"]}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        assertThat(RecordedChanges.actions(database, id)).containsExactly("product.created");
    }

    @Test
    void patchLeavesWhatItDoesNotNameAndNullRemoves() {
        String path = "/v1/admin/products/" + createProduct(body);
        staff().header("If-Match", "\"1\"")
                .body("{\"brand\": null, \"publishAt\": null, \"tags\": [\"new\"]}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("data.brand", nullValue())
                .body("data.publishAt", nullValue())
                .body("data.tags", contains("new"))
                .body("data.attributes.name", contains("capacity", "care"))
                .body("data.variants[0].prices[0].sale.amount", equalTo(1200));
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(RecordedChanges.of(database, id).get(1).at("/before/brand").asText())
                .isEqualTo("Kadewerk");
    }

    @Test
    void productWithoutTheNewFieldsIsWhatItAlwaysWas() {
        String sku = newName("plain");
        String plain = product(slug, "Plain", variant(sku, "M", 1, eur(500)));
        Response created = staff().body(plain).post("/v1/admin/products");
        Map<String, Object> data = created.path("data");
        assertThat(data).doesNotContainKeys("brand", "publishAt").containsEntry("tags", List.of());
        Map<String, Object> variant = created.path("data.variants[0]");
        assertThat(variant).containsOnlyKeys("id", "sku", "options", "prices");
        created.then().body("data.variants[0].prices", contains(Map.of("amount", 500, "currency", "EUR")));
    }

    @Test
    void everythingThatBreaksARuleIsNamedAtOnce() {
        String wrong = """
                {"slug": "SLUG", "title": "T", "tags": ["a", "A"],
                 "attributes": [{"name": "n", "value": "v"}, {"name": "n", "value": "v", "unit": "g"}],
                 "publishAt": "tomorrow",
                 "variants": [{"sku": "SKU", "prices": [
                    {"amount": 1000, "currency": "EUR", "compareAt": 999, "sale": {"amount": 1000}},
                    {"amount": 1000, "currency": "ISK", "compareAt": 1050, "sale": {"amount": 950,
                        "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2026-01-01T00:00:00Z"}},
                    {"amount": 1000, "currency": "USD", "sale": {"amount": 1, "startsAt": "10000-01-01T00:00:00Z"}}]}]}""".replace("SLUG", slug).replace("SKU", slug);
        staff().body(wrong)
                .post("/v1/admin/products")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems(
                                "tags[1]",
                                "attributes[1]",
                                "publishAt",
                                "variants[0].prices[0].compareAt",
                                "variants[0].prices[0].sale.amount",
                                "variants[0].prices[1].compareAt",
                                "variants[0].prices[1].sale.amount",
                                "variants[0].prices[1].sale.endsAt",
                                "variants[0].prices[2].sale.startsAt"));
    }

    @Test
    void staffFindProductsByBrandTagAndBarcode() {
        String brand = newName("brand");
        String id = createProduct(body.replace("Kadewerk", brand).replace("gift", brand));
        for (String filter : List.of(
                "brand=" + brand,
                "tag=" + brand,
                "barcode=400638133393-1&sku=" + slug.toUpperCase(java.util.Locale.ROOT))) {
            staff().get("/v1/admin/products?" + filter).then().statusCode(200).body("data.id", contains(id));
        }
        staff().get("/v1/admin/products?brand=" + brand + "x").then().body("data", equalTo(List.of()));
    }
}
