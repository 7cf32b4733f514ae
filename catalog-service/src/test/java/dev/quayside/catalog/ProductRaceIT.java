package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@CatalogTest
class ProductRaceIT {
    private final String slug = newName("race");
    private final String body = product(slug, "Raced", variant(newName("v"), "M", 3, eur(5)));

    @Test
    void oneOfManyPatchesFromTheSameVersionWins() {
        String id = createProduct(body);
        List<Response> answers = Together.run(
                12,
                i -> staff().header("If-Match", "\"1\"")
                        .body("{\"title\": \"Title " + i + "\"}")
                        .patch("/v1/admin/products/" + id));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 412);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        staff().get("/v1/admin/products/" + id).then().header("ETag", "\"2\"");
    }

    @Test
    void manyUpsertsOfOneSlugMakeOneProduct() {
        List<Response> answers = Together.run(12, i -> staff().body(body).put("/v1/admin/products/by-key/" + slug));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(11);
        assertThat(answers).extracting(answer -> answer.header("ETag")).containsOnly("\"1\"");
        Fixtures.invariants().then().body("data[0].violations", equalTo(0));
    }

    @Test
    void oneCreateWithAKeyMakesOneProduct() {
        String key = UUID.randomUUID().toString();
        List<Response> answers = Together.run(
                8, i -> staff().header("Idempotency-Key", key).body(body).post("/v1/admin/products"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.header("Location")).doesNotContainNull();
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
    }
}
