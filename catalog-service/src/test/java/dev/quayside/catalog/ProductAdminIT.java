package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.price;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@CatalogTest
class ProductAdminIT {
    private final String slug = newName("mug");
    private final String sku = newName("MUG");
    private final String body =
            product(slug, "Blue mug", variant(sku, "M", 10, eur(1999), price(2199, "USD"), price(300, "JPY")));

    @Test
    void createdProductIsAnsweredWholeWithLocationAndTag() {
        Response created = staff().body(body).post("/v1/admin/products");
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern(".*/v1/admin/products/[0-9a-f-]{36}"))
                .body("data.slug", equalTo(slug))
                .body("data.status", equalTo("active"))
                .body("data.description", equalTo(""))
                .body("data.variants[0].options.size", equalTo("M"))
                .body("data.variants[0].prices.currency", contains("EUR", "JPY", "USD"))
                .body("data.variants[0].prices.amount", contains(1999, 300, 2199))
                .body("data.createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        staff().get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("data", equalTo(created.path("data")));
        assertThat(stock(sku)).isEqualTo(List.of(10, 0, 10));
    }

    @Test
    void slugAndSkuBelongToOneProduct() {
        createProduct(body);
        staff().body(product(slug, "Other", variant(newName("x"), "M", 0, eur(1))))
                .post("/v1/admin/products")
                .then()
                .statusCode(409)
                .body("code", equalTo("slug_taken"));
        staff().body(product(newName("other"), "Other", variant(sku, "M", 3, eur(1))))
                .post("/v1/admin/products")
                .then()
                .statusCode(409)
                .body("code", equalTo("sku_taken"));
        assertThat(stock(sku)).isEqualTo(List.of(10, 0, 10));
    }

    @Test
    void skusAreCaseSensitive() {
        createProduct(product(newName("a"), "A", variant(sku.toLowerCase(java.util.Locale.ROOT), "M", 1, eur(1))));
        createProduct(product(newName("b"), "B", variant(sku.toUpperCase(java.util.Locale.ROOT), "M", 2, eur(1))));
        assertThat(stock(sku.toUpperCase(java.util.Locale.ROOT))).isEqualTo(List.of(2, 0, 2));
    }

    @Test
    void repeatedCreateWithAKeyIsReplayed() {
        String key = UUID.randomUUID().toString();
        Response first = staff().header("Idempotency-Key", key).body(body).post("/v1/admin/products");
        Response second = staff().header("Idempotency-Key", key).body(body).post("/v1/admin/products");
        second.then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("ETag", "\"1\"")
                .header("Location", first.header("Location"))
                .body("data", equalTo(first.path("data")));
        staff().header("Idempotency-Key", key)
                .body(body.replace("Blue", "Red"))
                .post("/v1/admin/products")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    @Test
    void patchMergesAndNeedsTheCurrentTag() {
        String path = "/v1/admin/products/" + createProduct(body);
        String variantId = staff().get(path).path("data.variants[0].id");
        staff().body("{\"title\": \"Red mug\"}")
                .patch(path)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition_required"));
        staff().header("If-Match", "\"1\"")
                .body("{\"title\": \"Red mug\", \"description\": \"Line\\nbreak\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("data.title", equalTo("Red mug"))
                .body("data.variants[0].id", equalTo(variantId));
        staff().header("If-Match", "\"1\"")
                .body("{\"title\": \"Green mug\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"")
                .body("code", equalTo("stale"))
                .body("current.title", equalTo("Red mug"));
        staff().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"description\": null}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("data.description", equalTo(""));
        staff().header("If-Match", "\"3\"")
                .body("{\"description\": \"\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void patchReplacesVariantsAndKeepsThoseWithTheSameSku() {
        String path = "/v1/admin/products/"
                + createProduct(
                        product(slug, "Mug", variant(sku, "M", 10, eur(5)), variant(sku + "-L", "L", 1, eur(6))));
        List<String> ids = staff().get(path).path("data.variants.id");
        String swapped = "{\"variants\": [%s, %s, %s]}"
                .formatted(
                        variant(sku + "-S", "S", 4, eur(4)),
                        variant(sku + "-L", "M", 99, eur(7)),
                        variant(sku, "L", 99, eur(5), price(9, "USD")));
        staff().header("If-Match", "*")
                .body(swapped)
                .patch(path)
                .then()
                .statusCode(200)
                .body("data.variants.sku", contains(sku + "-S", sku + "-L", sku))
                .body("data.variants.options.size", contains("S", "M", "L"))
                .body("data.variants[1].id", equalTo(ids.get(1)))
                .body("data.variants[2].id", equalTo(ids.get(0)))
                .body("data.variants[2].prices", hasSize(2));
        assertThat(stock(sku)).isEqualTo(List.of(10, 0, 10));
        assertThat(stock(sku + "-S")).isEqualTo(List.of(4, 0, 4));
    }

    @Test
    void badPatchIsRefused() {
        String path = "/v1/admin/products/" + createProduct(body);
        for (String malformed : List.of("[]", "\"x\"", "{\"slug\": 5}", "{\"other\": 1}", "{\"variants\": {}}", "{")) {
            staff().header("If-Match", "*").body(malformed).patch(path).then().statusCode(400);
        }
        for (String invalid : List.of(
                "{\"title\": null}",
                "{\"slug\": null}",
                "{\"slug\": \"No\"}",
                "{\"variants\": []}",
                "{\"variants\": null}",
                "{\"status\": \"gone\"}",
                "{\"categories\": [\"none-such\"]}")) {
            staff().header("If-Match", "*").body(invalid).patch(path).then().statusCode(422);
        }
        staff().get(path).then().header("ETag", "\"1\"");
    }

    @Test
    void upsertTwiceIsOneChange() {
        String path = "/v1/admin/products/by-key/" + slug;
        staff().header("If-Match", "*").body(body).put(path).then().statusCode(412);
        staff().body(body).put(path).then().statusCode(201).header("ETag", "\"1\"");
        staff().body(body).put(path).then().statusCode(200).header("ETag", "\"1\"");
        staff().body(body.replace("Blue", "Red").replace("\"slug\": \"" + slug + "\",", ""))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("data.title", equalTo("Red mug"));
        staff().header("If-Match", "\"1\"").body(body).put(path).then().statusCode(412);
        staff().body(body).put("/v1/admin/products/by-key/other-slug").then().statusCode(422);
        staff().body(body).put("/v1/admin/products/by-key/No_Slug").then().statusCode(422);
        assertThat(stock(sku)).isEqualTo(List.of(10, 0, 10));
    }

    @Test
    void upsertKeepsTheStatusThatItDoesNotName() {
        String path = "/v1/admin/products/by-key/" + slug;
        staff().body(body.replace("{\"slug\"", "{\"status\": \"draft\", \"slug\""))
                .put(path)
                .then()
                .statusCode(201);
        staff().body(body).put(path).then().statusCode(200).body("data.status", equalTo("draft"));
    }

    @Test
    void deletedProductIsGoneAndItsSkuCanBeUsedAgain() {
        String path = "/v1/admin/products/" + createProduct(body);
        staff().header("If-Match", "\"7\"").delete(path).then().statusCode(412);
        staff().delete(path).then().statusCode(204);
        staff().delete(path).then().statusCode(404).body("code", equalTo("product_not_found"));
        staff().get(path).then().statusCode(404);
        assertThat(stock(sku)).isEqualTo(List.of(10, 0, 10));
        createProduct(product(slug, "Again", variant(sku, "M", 4, eur(1))));
        assertThat(stock(sku)).isEqualTo(List.of(4, 0, 4));
    }
}
