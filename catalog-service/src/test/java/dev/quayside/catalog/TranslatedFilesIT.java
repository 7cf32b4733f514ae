package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.ImportIT.counts;
import static dev.quayside.catalog.ImportIT.done;
import static dev.quayside.catalog.TranslationIT.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Texts in other languages that come in by files, or by a category. */
@CatalogTest
class TranslatedFilesIT {
    @Inject
    DataSource database;

    private final String slug = newName("mug");

    @Test
    void aTableChangesOnlyTheTextsThatItHasColumnsFor() {
        String id = createProduct(product(slug, "Mug", variant(slug, "M", 1, eur(100))));
        Sql.run(database, """
                update products set translations = '{"de": {"title": "Becher", "description": "Aus Ton."}, "fr": {"title": "Tasse"}}'
                where id = '%s'""".formatted(id));
        assertThat(counts(table("title de", "Humpen"))).containsExactly(1, 0, 1, 0, 0);
        assertThat(translations(id))
                .isEqualTo(Map.of(
                        "de", Map.of("title", "Humpen", "description", "Aus Ton."), "fr", Map.of("title", "Tasse")));
        assertThat(counts(table("title de", "Humpen"))).containsExactly(1, 0, 0, 1, 0);
        assertThat(counts(table("title de", ""))).containsExactly(1, 0, 1, 0, 0);
        assertThat(translations(id))
                .isEqualTo(Map.of("de", Map.of("description", "Aus Ton."), "fr", Map.of("title", "Tasse")));
        assertThat(counts(table("brand", "Quay"))).containsExactly(1, 0, 1, 0, 0);
        assertThat(translations(id)).hasSize(2);
    }

    @Test
    void aLineWithTextsThatAreThereIsUnchanged() {
        String line = Streams.mug(slug, 100)
                .replaceFirst("\\{", "{\"translations\": {\"de\": {\"title\": \"Becher\", \"description\": \"\"}}, ");
        assertThat(Streams.results(Streams.bulk(line))).containsExactly("1 created");
        assertThat(Streams.results(Streams.bulk(line))).containsExactly("1 unchanged");
    }

    @Test
    void aCategorysNewNameIsShownAndFoundWithItsProducts() {
        String category = newName("cups");
        Response created = staff().body("""
                        {"slug": "%s", "name": "Cups", "translations": {"de": {"name": "Tassen"}}}""".formatted(category)).post("/v1/admin/categories");
        createProduct("""
                {"slug": "%1$s", "title": "Mug", "categories": ["%2$s"], "variants": [%3$s]}""".formatted(slug, category, variant(slug, "M", 1, eur(100))));
        in("de", "/v1/products/" + slug).then().body("data.breadcrumbs.name", contains("Tassen"));
        staff().header("If-Match", "*")
                .body("{\"translations\": {\"de\": {\"name\": \"Kelche\"}}}")
                .patch("/v1/admin/categories/" + created.path("data.id"))
                .then()
                .statusCode(200);
        await().untilAsserted(() ->
                in("de", "/v1/products/" + slug).then().body("data.breadcrumbs.name", contains("Kelche")));
        in("de", "/v1/products?q=kelch&category=" + category).then().body("data.slug", contains(slug));
        in("en", "/v1/products/" + slug).then().body("data.breadcrumbs.name", contains("Cups"));
    }

    private JsonPath table(String column, String text) {
        String file = "slug,title,sku,price EUR,option1Name,option1Value,%s\n%s,Mug,%s,1.00,size,M,%s\n"
                .formatted(column, slug, slug, text);
        return done(ImportIT.start("", "text/csv", file));
    }

    private static Map<String, Object> translations(String id) {
        return staff().get("/v1/admin/products/" + id).path("data.translations");
    }
}
