package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.quayside.catalog.storefront.RemakeRows;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a product's row says, and when it is written. */
@CatalogTest
class ReadModelIT {
    @Inject
    DataSource database;

    @Inject
    RemakeRows remake;

    private Sought sought;
    private final String slug = newName("row");
    private final String sku = newName("SKU");

    @BeforeEach
    void makeCategory() {
        sought = new Sought();
    }

    @Test
    void productShowsItsOptionsPricesAndStock() {
        sought.add(
                slug,
                "Shirt",
                """
                [{"sku": "%1$s", "options": {"size": "M", "color": "Blue"}, "stock": 9, "prices": [
                    {"amount": 2000, "currency": "EUR", "compareAt": 2500, "sale": {"amount": 1500}}]},
                 {"sku": "%1$s-L", "options": {"size": "L", "color": "Blue"}, "stock": 5, "prices": [{"amount": 1800, "currency": "EUR"}]},
                 {"sku": "%1$s-S", "options": {"size": "S", "color": "Red"}, "prices": [{"amount": 1900, "currency": "EUR"}]}]""".formatted(sku),
                "\"brand\": \"Kade\", \"tags\": [\"Linen\"], \"attributes\": [{\"name\": \"weight\", \"value\": \"180\", \"unit\": \"g\"}]");
        json().get("/v1/products/" + slug)
                .then()
                .statusCode(200)
                .header("Server-Timing", "db;desc=\"2\"")
                .body("data.brand", equalTo("Kade"))
                .body("data.tags", contains("Linen"))
                .body("data.attributes", contains(Map.of("name", "weight", "value", "180", "unit", "g")))
                .body(
                        "data.options",
                        contains(
                                Map.of("name", "color", "values", List.of("Blue", "Red")),
                                Map.of("name", "size", "values", List.of("M", "L", "S"))))
                .body("data.price.amount", equalTo(1500))
                .body("data.compareAtPrice.amount", equalTo(2500))
                .body("data.stockState", equalTo("in_stock"))
                .body("data.variants.stockState", contains("in_stock", "low", "out"))
                .body("data.variants.inStock", contains(true, true, false))
                .body("data.variants[1]", not(hasKey("compareAtPrice")));
    }

    @Test
    void relatedProductsShareMost() {
        String near = sought.add("Near", 1, 100, "{}", "\"brand\": \"%s\"".formatted(sku));
        String far = sought.add("Far", 1, 100, "{}", "");
        sought.add(slug, "This", """
                [{"sku": "%s", "prices": [{"amount": 1, "currency": "EUR"}]}]""".formatted(sku), "\"brand\": \"%s\"".formatted(sku));
        json().get("/v1/products/" + slug)
                .then()
                .body("data.related.slug", contains(near, far))
                .body("data.related[0].price", equalTo(Map.of("amount", 100, "currency", "EUR")));
    }

    @Test
    void stockTouchesTheRowOnlyWhenItsStateFlips() throws SQLException {
        sought.add(slug, "Counted", """
                [{"sku": "%s", "stock": 10, "prices": [{"amount": 1, "currency": "EUR"}]}]""".formatted(sku), "");
        String first = version();
        adjust(sku, -4).then().statusCode(200);
        assertThat(version()).isEqualTo(first);
        for (String state : List.of("low", "out", "in_stock")) {
            String before = version();
            adjust(sku, state.equals("low") ? -1 : state.equals("out") ? -5 : 6)
                    .then()
                    .statusCode(200);
            assertThat(version()).isNotEqualTo(before);
            json().get("/v1/products/" + slug).then().body("data.stockState", equalTo(state));
        }
    }

    @Test
    void categoryFindsWhatIsBelowItAndThePageShowsTheWayThere() {
        String below = newName("below");
        staff().body("{\"slug\": \"%s\", \"name\": \"Below\", \"parent\": \"%s\"}".formatted(below, sought.category()))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201);
        createProduct("{\"brand\": \"%s\", \"categories\": [\"%s\"], %s"
                .formatted(
                        sku,
                        below,
                        product(slug, "Deep", variant(sku, "M", 1, eur(1))).substring(1)));
        assertThat(sought.slugs("limit=100")).containsExactly(slug);
        json().get("/v1/products?facets=category&brand=" + sku)
                .then()
                .body("facets[0].values.value", containsInAnyOrder(sought.category(), below));
        json().get("/v1/products/" + slug)
                .then()
                .body("data.breadcrumbs.slug", contains(sought.category(), below))
                .body("data.breadcrumbs.name", contains("Sought", "Below"));
    }

    @Test
    void collectionIsListedInItsOwnOrder() {
        String cheap = sought.add("Cheap", 1, 100, "{\"color\": \"Red\"}", "");
        String other = sought.add("Other", 1, 300, "{\"color\": \"Blue\"}", "");
        String dear = sought.add("Dear", 1, 900, "{\"color\": \"Blue\"}", "");
        sought.add("Outside", 1, 500, "{\"color\": \"Blue\"}", "");
        String name = newName("collection");
        staff().body("{\"slug\": \"%s\", \"title\": \"C\", \"products\": [\"%s\", \"%s\", \"%s\"]}"
                        .formatted(name, dear, cheap, other))
                .post("/v1/admin/collections")
                .then()
                .statusCode(201);
        assertThat(sought.walk("limit=1&collection=" + name)).containsExactly(dear, cheap, other);
        assertThat(sought.slugs("sort=price&collection=" + name)).containsExactly(cheap, other, dear);
        sought.list("limit=1&page=2&facets=color&collection=" + name)
                .then()
                .header("Server-Timing", "db;desc=\"3\"")
                .body("page.total", equalTo(3))
                .body("facets[0].values.count", contains(2, 1));
        assertThat(sought.slugs("collection=none-such")).isEmpty();
        assertThat(sought.slugs("sort=position")).hasSize(4);
    }

    @Test
    void oldSlugLeadsToTheNewOne() {
        String id = createProduct(product(slug, "Renamed", variant(sku, "M", 1, eur(1))));
        String renamed = newName("renamed");
        staff().header("If-Match", "*")
                .body("{\"slug\": \"%s\"}".formatted(renamed))
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
        for (String query : List.of("", "?currency=EUR")) {
            json().redirects()
                    .follow(false)
                    .get("/v1/products/" + slug + query)
                    .then()
                    .statusCode(301)
                    .header("Location", "/v1/products/" + renamed + query);
        }
        json().get("/v1/products/" + slug + "?currency=USD").then().statusCode(404);
        createProduct(product(slug, "Has it now", variant(newName("v"), "M", 1, eur(1))));
        json().get("/v1/products/" + slug).then().statusCode(200).body("data.title", equalTo("Has it now"));
    }

    @Test
    void textThatGrowsWhenItIsFoldedIsTaken() {
        // One character that folds to eighteen.
        String long200 = "\ufdfa".repeat(200);
        String long50 = "\ufdfa".repeat(50);
        sought.add(
                slug,
                long200,
                """
                [{"sku": "%s", "options": {"%s": "%s"}, "prices": [{"amount": 1, "currency": "EUR"}]}]""".formatted(sku, long50, long200),
                "\"brand\": \"%s\", \"tags\": [\"%s\"]".formatted("\ufdfa".repeat(100), long50));
        String half = Sought.encoded("\ufdfa".repeat(100));
        assertThat(sought.slugs("brand=" + half)).containsExactly(slug);
        assertThat(sought.slugs("q=" + half)).containsExactly(slug);
        assertThat(sought.slugs("q=x" + Sought.encoded("\ufdfa".repeat(99)))).isEmpty();
    }

    @Test
    void rowOfAnotherLayoutIsMadeAgain() throws SQLException {
        sought.add(slug, "Old", """
                [{"sku": "%s", "prices": [{"amount": 1, "currency": "EUR"}]}]""".formatted(sku), "");
        try (Connection connection = database.getConnection();
                PreparedStatement old = connection.prepareStatement(
                        "update storefront_products set layout = '', terms = '{}', labels = '{}' where slug = ?")) {
            old.setString(1, slug);
            assertThat(old.executeUpdate()).isPositive();
        }
        remake.run(RemakeRows.ALL);
        assertThat(sought.slugs("limit=100")).containsExactly(slug);
    }

    /** Which transaction wrote the product's row. */
    private String version() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select cast(xmin as text) from storefront_products where slug = ?")) {
            query.setString(1, slug);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
