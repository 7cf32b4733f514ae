package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Matrix;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class CategoryIT {
    private final String slug = newName("cat");

    @Test
    void categoryIsCreatedRenamedAndDeleted() {
        Response created = create("Mugs");
        created.then().statusCode(201).header("ETag", "\"1\"").body("data.slug", equalTo(slug));
        String path = created.header("Location");
        staff().get(path).then().statusCode(200).header("ETag", "\"1\"").body("data", equalTo(created.path("data")));
        create("Again").then().statusCode(409).body("code", equalTo("slug_taken"));
        staff().body("{\"name\": \"Cups\"}").patch(path).then().statusCode(428);
        staff().header("If-Match", "\"1\"")
                .body("{\"name\": \"Cups\", \"description\": \"All of them\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("data.name", equalTo("Cups"));
        staff().header("If-Match", "\"1\"")
                .body("{\"name\": \"Pots\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("current.name", equalTo("Cups"));
        staff().header("If-Match", "*")
                .body("{\"name\": \"Cups\"}")
                .patch(path)
                .then()
                .header("ETag", "\"2\"");
        staff().header("If-Match", "*")
                .body("{\"slug\": \"other\"}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("immutable"));
        staff().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        staff().delete(path).then().statusCode(204);
        staff().delete(path).then().statusCode(404).body("code", equalTo("category_not_found"));
        staff().header("If-Match", "*").body("{}").patch(path).then().statusCode(404);
    }

    @Test
    void categoryWithProductsStays() {
        String path = create("Used").header("Location");
        String id = createProduct("{\"categories\": [\"" + slug + "\"], "
                + product(newName("p"), "T", variant(newName("v"), "S", 1, eur(1)))
                        .substring(1));
        staff().delete(path).then().statusCode(409).body("code", equalTo("category_in_use"));
        staff().header("If-Match", "*")
                .body("{\"categories\": []}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
        staff().delete(path).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"slug\": \"x\"}",
                "{\"name\": \"x\"}",
                "{\"slug\": \"X\", \"name\": \"x\"}",
                "{\"slug\": \"x\", \"name\": \" \"}",
                "{\"slug\": \"x\", \"name\": \"a\\tb\"}"
            })
    void invalidCategoryIsA422(String body) {
        staff().body(body)
                .post("/v1/admin/categories")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"));
    }

    @ParameterizedTest
    @Matrix(
            always = {"name", "-createdAt"},
            soak = {"-name", "createdAt", "slug", "-slug"})
    void followingNextSeesEachCategoryOnce(String sort) {
        for (int i = 0; i < 3; i++) {
            staff().body("{\"slug\": \"%s\", \"name\": \"Same\"}".formatted(newName("cat")))
                    .post("/v1/admin/categories");
        }
        List<String> seen = new ArrayList<>();
        String next = "/v1/categories?limit=2&sort=" + sort;
        while (next != null) {
            JsonPath page = json().get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("data.id"));
            next = page.getString("page.next");
        }
        int total = staff().get("/v1/admin/categories?page=1").path("page.total");
        assertThat(seen).doesNotHaveDuplicates().hasSize(total);
    }

    private Response create(String name) {
        return staff().body("{\"slug\": \"%s\", \"name\": \"%s\"}".formatted(slug, name))
                .post("/v1/admin/categories");
    }
}
