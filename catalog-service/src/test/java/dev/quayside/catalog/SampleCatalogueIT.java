package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.staff;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The catalogue that a newcomer's shop starts with is one that the shop takes. */
@CatalogTest
class SampleCatalogueIT {
    private static final String FOLDER = "/sample-catalogue/";

    @Test
    void sampleCatalogueIsTakenAndShownWhole() {
        for (String slug : lines("categories.txt")) {
            staff().body(text("categories/" + slug + ".json"))
                    .post("/v1/admin/categories")
                    .then()
                    .statusCode(201);
        }
        for (String slug : lines("products.txt")) {
            staff().body(text("products/" + slug + ".json"))
                    .put("/v1/admin/products/by-key/" + slug)
                    .then()
                    .statusCode(201);
        }
        for (String slug : lines("collections.txt")) {
            staff().body(text("collections/" + slug + ".json"))
                    .post("/v1/admin/collections")
                    .then()
                    .statusCode(201);
        }
        json().get("/v1/categories?sort=tree&within=clothing")
                .then()
                .body("data.slug", contains("clothing", "knitwear", "outerwear"));
        // The README's walk-through buys two of these.
        json().get("/v1/products/harbour-mug")
                .then()
                .body("data.variants.find { it.sku == 'MUG-HARBOUR-BLUE' }.price.amount", equalTo(1450));
        json().get("/v1/products/carpenter-pencils").then().body("data.price.amount", equalTo(520));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> json().get("/v1/categories/clothing").then().body("data.productCount", equalTo(4)));
    }

    private static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String text(String name) {
        try (InputStream file = SampleCatalogueIT.class.getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
