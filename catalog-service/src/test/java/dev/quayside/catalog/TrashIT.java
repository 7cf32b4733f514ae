package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.quayside.kit.testing.RecordedChanges;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogTest
class TrashIT {
    @Inject
    DataSource database;

    private final String slug = newName("trash");
    private final String sku = newName("trash");
    private final String kept = newName("kept");
    private final String lost = newName("lost");

    @Test
    void restoredProductIsWhatItWas() {
        String id = create();
        staff().body("{\"slug\": \"%s\", \"title\": \"T\", \"products\": [\"%s\"]}".formatted(slug, slug))
                .post("/v1/admin/collections")
                .then()
                .statusCode(201);
        Map<String, Object> before = view(id);
        delete(id);
        staff().get("/v1/admin/deleted-products?limit=5")
                .then()
                .statusCode(200)
                .body("data[0].id", equalTo(id))
                .body("data[0].slug", equalTo(slug))
                .body("data[0].skus", contains(sku, sku + "-L"));
        restore(id).then().statusCode(200).header("ETag", "\"2\"").body("data.id", equalTo(id));
        assertThat(view(id)).isEqualTo(before);
        json().get("/v1/products/" + slug).then().statusCode(200).body("data.variants.sku", contains(sku, sku + "-L"));
        String collection = staff().get("/v1/collections/" + slug).path("data.id");
        staff().get("/v1/admin/collections/" + collection).then().body("data.products", contains(slug));
        restore(id).then().statusCode(200).header("ETag", "\"2\"");
        staff().get("/v1/admin/deleted-products?limit=5").then().body("data.id", not(hasItem(id)));
        assertThat(RecordedChanges.actions(database, id))
                .containsExactly("product.created", "product.deleted", "product.restored");
    }

    @Test
    void restoredProductLeavesOutACategoryThatIsGone() {
        String id = create();
        delete(id);
        String category = json().get("/v1/categories/" + lost).path("data.id");
        staff().delete("/v1/admin/categories/" + category).then().statusCode(204);
        restore(id).then().statusCode(200).body("data.categories", contains(kept));
        staff().header("If-Match", "*")
                .body("{\"title\": \"Changed\"}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200)
                .body("data.categories", contains(kept));
    }

    @Test
    void whatOthersHaveByNowIsNotTakenFromThem() {
        String id = create();
        delete(id);
        String other = createProduct(product(slug, "Other", variant(newName("o"), "M", 1, eur(5))));
        restore(id).then().statusCode(409).body("code", equalTo("slug_taken"));
        delete(other);
        String third = createProduct(product(newName("t"), "Third", variant(sku, "M", 1, eur(5))));
        restore(id).then().statusCode(409).body("code", equalTo("sku_taken"));
        delete(third);
        restore(id).then().statusCode(200);
        restore("01900000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("product_not_found"));
    }

    @Test
    void manyWhoRestoreItRestoreItOnce() {
        String id = create();
        delete(id);
        List<Response> answers = Together.times(4, () -> restore(id));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers).extracting(answer -> answer.header("ETag")).containsOnly("\"2\"");
        assertThat(RecordedChanges.actions(database, id))
                .containsExactly("product.created", "product.deleted", "product.restored");
    }

    private String create() {
        return createProduct(
                "{\"categories\": [\"%s\", \"%s\"], \"tags\": [\"a\", \"b\"], \"brand\": \"B\", ".formatted(lost, kept)
                        + product(slug, "Kept", variant(sku, "M", 3, eur(500)), variant(sku + "-L", "L", 3, eur(600)))
                                .substring(1));
    }

    /** A product but for what counts its changes. */
    private static Map<String, Object> view(String id) {
        Map<String, Object> view =
                new TreeMap<>(staff().get("/v1/admin/products/" + id).<Map<String, Object>>path("data"));
        view.remove("version");
        view.remove("updatedAt");
        return view;
    }

    @BeforeEach
    void createCategories() {
        for (String one : List.of(lost, kept)) {
            staff().body("{\"slug\": \"%s\", \"name\": \"N\"}".formatted(one))
                    .post("/v1/admin/categories")
                    .then()
                    .statusCode(201);
        }
    }

    private static void delete(String id) {
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
    }

    private static Response restore(String id) {
        return staff().post("/v1/admin/deleted-products/" + id + "/restore");
    }
}
