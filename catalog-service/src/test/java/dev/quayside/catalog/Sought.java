package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;

import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A category of its own with products to look for, and the lists that are asked for. */
final class Sought {
    private final String category = newName("sought");

    Sought() {
        staff().body("{\"slug\": \"%s\", \"name\": \"Sought\"}".formatted(category))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201);
    }

    String category() {
        return category;
    }

    /** Adds a product with one variant; the rest of it is JSON, such as {@code "brand": "Kade"}; its slug. */
    String add(String title, int stock, long price, String options, String rest) {
        String slug = newName("p");
        add(slug, title, """
                [{"sku": "%s", "options": %s, "stock": %d, "prices": [{"amount": %d, "currency": "EUR"}]}]""".formatted(slug.toUpperCase(java.util.Locale.ROOT), options, stock, price), rest);
        return slug;
    }

    /** Adds a product with variants as JSON; its id. */
    String add(String slug, String title, String variants, String rest) {
        return createProduct("""
                {"slug": "%s", "title": "%s", "categories": ["%s"], "variants": %s%s}""".formatted(slug, title, category, variants, rest.isEmpty() ? "" : ", " + rest));
    }

    /** A list within the category; the query is as it is sent. */
    Response list(String query) {
        return json().get("/v1/products?category=" + category + "&" + query);
    }

    List<String> slugs(String query) {
        return list(query).then().statusCode(200).extract().path("data.slug");
    }

    /** All slugs of a list, page by page. */
    List<String> walk(String query) {
        List<String> seen = new ArrayList<>();
        String next = "/v1/products?category=" + category + "&" + query;
        while (next != null) {
            Response page = json().get(next);
            page.then().statusCode(200);
            seen.addAll(page.path("data.slug"));
            next = page.path("page.next");
        }
        return seen;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
