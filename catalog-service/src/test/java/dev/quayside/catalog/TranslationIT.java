package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.quayside.kit.testing.RecordedChanges;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in other languages: written by staff, and shown to who reads them. The shop of these tests speaks English, and German too. */
@CatalogTest
class TranslationIT {
    private static final String GERMAN =
            "\"translations\": {\"de\": {\"title\": \"Becher\", \"description\": \"Aus Ton.\"}}";

    @Inject
    DataSource database;

    private final String slug = newName("mug");
    private final String page = "/v1/products/" + slug;

    @Test
    void aTextIsInTheBestLanguageAndEachFallsBackByItself() {
        String id = create(GERMAN);
        for (String header : List.of("de", "de-AT,en;q=0.9", "nl, de;q=0.5")) {
            in(header, page)
                    .then()
                    .header("Content-Language", "de")
                    .header("Vary", "Accept-Language")
                    .body("data.title", equalTo("Becher"))
                    .body("data.description", equalTo("Aus Ton."))
                    .body("data", not(hasKey("translations")));
        }
        for (String header : List.of("en", "fr", "*", "de;q=0", "\"", "de,".repeat(100))) {
            in(header, page)
                    .then()
                    .statusCode(200)
                    .header("Content-Language", "en")
                    .body("data.title", equalTo("Mug"));
        }
        patch(id, "{\"translations\": {\"de\": {\"title\": null}}}").then().statusCode(200);
        in("de", page)
                .then()
                .header("Content-Language", "de")
                .body("data.title", equalTo("Mug"))
                .body("data.description", equalTo("Aus Ton."));
    }

    @Test
    void languageOfTheQueryComesFirst() {
        create(GERMAN);
        in("en", page + "?language=de").then().header("Content-Language", "de").body("data.title", equalTo("Becher"));
        in("de", page + "?language=en").then().header("Content-Language", "en").body("data.title", equalTo("Mug"));
        for (String query : List.of("language=fr", "language=", "language=de&language=en", "language=DE")) {
            for (String path :
                    List.of(page, "/v1/products", "/v1/categories", "/v1/collections/x", "/v1/search/suggest?q=m")) {
                json().get(path + (path.contains("?") ? "&" : "?") + query)
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("invalid_parameter"));
            }
        }
    }

    @Test
    void listsShowSortAndLinkInTheirLanguage() {
        Sought sought = new Sought();
        String a = sought.add("Apple", 1, 100, "{}", "\"translations\": {\"de\": {\"title\": \"Zimt\"}}");
        String b = sought.add("Bread", 1, 100, "{}", "\"translations\": {\"de\": {\"title\": \"Brot\"}}");
        String c = sought.add("Cheese", 1, 100, "{}", "");
        String list = "/v1/products?limit=2&sort=title&category=" + sought.category();
        Response first = in("de", list);
        first.then().header("Server-Timing", "db;desc=\"1\"").body("data.title", contains("Brot", "Cheese"));
        // Whoever follows a link has its language, whatever else it sends.
        in("en", first.path("page.next"))
                .then()
                .header("Content-Language", "de")
                .body("data.slug", contains(a));
        in("en", list).then().body("data.slug", contains(a, b));
        in("de", page(b)).then().body("data.related.title", hasItem("Zimt")).body("data.related.slug", hasItem(c));
    }

    @Test
    void linkOfAnOldSlugKeepsTheLanguage() {
        String id = create(GERMAN);
        String renamed = newName("renamed");
        patch(id, "{\"slug\": \"%s\"}".formatted(renamed)).then().statusCode(200);
        json().redirects()
                .follow(false)
                .get(page + "?language=de&currency=EUR")
                .then()
                .statusCode(301)
                .header("Location", page(renamed) + "?currency=EUR&language=de");
    }

    @Test
    void aMergePatchChangesOneTextAndLeavesTheOthers() {
        String id = create(GERMAN);
        patch(id, "{\"translations\": {\"de\": {\"title\": \"Humpen\"}}}")
                .then()
                .statusCode(200)
                .body("data.title", equalTo("Mug"))
                .body("data.translations", equalTo(Map.of("de", Map.of("title", "Humpen", "description", "Aus Ton."))));
        assertThat(RecordedChanges.of(database, id).toString()).contains("Becher", "Humpen");
        patch(id, "{\"translations\": {\"de\": {\"description\": \"\"}}}")
                .then()
                .body("data.translations.de", equalTo(Map.of("title", "Humpen")));
        patch(id, "{\"translations\": {\"de\": {\"title\": \"Humpen\"}}}")
                .then()
                .body("data.version", equalTo(3));
        patch(id, "{\"translations\": {\"de\": null}}").then().body("data", not(hasKey("translations")));
        patch(id, "{" + GERMAN + "}").then().body("data", hasKey("translations"));
        patch(id, "{\"translations\": null}").then().body("data", not(hasKey("translations")));
        in("de", page).then().body("data.title", equalTo("Mug"));
    }

    @Test
    void anUpsertThatSaysNothingOfThemLeavesThem() {
        create(GERMAN);
        upsert("")
                .then()
                .statusCode(200)
                .body("data.translations.de.title", equalTo("Becher"))
                .body("data.version", equalTo(1));
        upsert(", \"translations\": {\"de\": {}}").then().body("data", not(hasKey("translations")));
        upsert(", " + GERMAN).then().body("data.translations.de.description", equalTo("Aus Ton."));
        upsert(", \"translations\": {}").then().body("data", not(hasKey("translations")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fr\": {\"title\": \"Tasse\"}}                  | translations.fr | unknown_language",
                "{\"en\": {\"title\": \"Mug\"}}                    | translations.en | unknown_language",
                "{\"DE\": {\"title\": \"Becher\"}}                 | translations.DE | unknown_language",
                "{\"de\": {\"title\": \" \"}}                      | translations.de.title | pattern",
                "{\"de\": {\"title\": \"a\\nb\"}}                  | translations.de.title | pattern",
                "{\"de\": {\"title\": \"\"}}                       | translations.de.title | pattern",
                "{\"de\": {\"title\": \"%201\"}}                   | translations.de.title | size",
                "{\"de\": {\"description\": \"\\u0007\"}}          | translations.de.description | pattern",
            })
    void wrongTextsAreRefusedAndNothingChanges(String translations, String field, String code) {
        String id = create(GERMAN);
        String body = "{\"translations\": " + translations.replace("%201", "x".repeat(201)) + "}";
        patch(id, body)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"))
                .body("errors.find { it.code == '" + code + "' }.field", equalTo(field));
        staff().get("/v1/admin/products/" + id).then().body("data.version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"de\": []}", "{\"de\": \"x\"}", "{\"de\": {\"name\": \"x\"}}"})
    void whatIsNoTranslationIsMalformed(String translations) {
        String id = create("");
        patch(id, "{\"translations\": " + translations + "}")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_request"));
    }

    @Test
    void whatALanguageHadThatIsSpokenNoMoreMayStay() {
        String id = create(GERMAN);
        Sql.run(
                database,
                "update products set translations = '{\"fr\": {\"title\": \"Tasse\"}}' where id = '%s'".formatted(id));
        patch(id, "{\"title\": \"Cup\", \"translations\": {\"fr\": {\"title\": \"Chope\"}}}")
                .then()
                .statusCode(200)
                .body("data.translations.fr.title", equalTo("Chope"));
    }

    @Test
    void categoriesAreTranslatedWhereverTheyAreNamed() {
        String category = newName("cups");
        Response created = staff().body("""
                        {"slug": "%s", "name": "Cups", "translations": {"de": {"name": "Tassen %s", "description": "Für Tee."}}}""".formatted(category, category)).post("/v1/admin/categories");
        created.then().statusCode(201).body("data.translations.de.description", equalTo("Für Tee."));
        createProduct(product("\"categories\": [\"%s\"]".formatted(category)));
        in("de", "/v1/categories/" + category)
                .then()
                .header("Content-Language", "de")
                .body("data.name", equalTo("Tassen " + category))
                .body("data.breadcrumbs.name", contains("Tassen " + category))
                .body("data", not(hasKey("translations")));
        in("de", "/v1/categories?sort=name&page=1&within=" + category)
                .then()
                .body("data.description", contains("Für Tee."));
        in("en", "/v1/categories?within=" + category)
                .then()
                .body("data.name", contains("Cups"))
                .body("data[0]", not(hasKey("translations")));
        in("de", page).then().body("data.breadcrumbs.name", contains("Tassen " + category));
        in("de", "/v1/products?facets=category&category=" + category)
                .then()
                .body("facets[0].values.find { it.value == '" + category + "' }.label", equalTo("Tassen " + category));
        in("de", "/v1/search/suggest?q=tassen%20" + category).then().body("data.categories.slug", contains(category));
        String path = "/v1/admin/categories/" + created.path("data.id");
        change(path, "{\"translations\": {\"fr\": {\"name\": \"Tasses\"}}}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown_language"));
        change(path, "{\"translations\": {\"de\": {\"name\": \"Becher\"}}}")
                .then()
                .statusCode(200);
        in("de", "/v1/categories/" + category).then().body("data.name", equalTo("Becher"));
        change(path, "{\"translations\": {\"de\": null}}").then().body("data", not(hasKey("translations")));
        in("de", "/v1/categories/" + category).then().body("data.name", equalTo("Cups"));
        staff().get("/v1/admin/categories?language=de").then().statusCode(400);
    }

    @Test
    void collectionsAreTranslated() {
        String collection = newName("summer");
        Response created = staff().body("""
                        {"slug": "%s", "title": "Summer", "translations": {"de": {"title": "Sommer"}}, "products": []}""".formatted(collection)).post("/v1/admin/collections");
        created.then().statusCode(201).body("data.translations.de.title", equalTo("Sommer"));
        in("de", "/v1/collections/" + collection)
                .then()
                .body("data.title", equalTo("Sommer"))
                .body("data", not(hasKey("translations")));
        in("de", "/v1/collections?limit=100&page=1&sort=title")
                .then()
                .body("data.find { it.slug == '" + collection + "' }.title", equalTo("Sommer"));
        String path = "/v1/admin/collections/" + created.path("data.id");
        change(path, "{\"translations\": {\"de\": {\"title\": \"Sommer\"}}}")
                .then()
                .header("ETag", created.header("ETag"));
        change(path, "{\"translations\": {\"fr\": {\"title\": \"Été\"}}}")
                .then()
                .statusCode(422);
        change(path, "{\"translations\": {\"de\": {\"title\": null}}}").then().statusCode(200);
        in("de", "/v1/collections/" + collection).then().body("data.title", equalTo("Summer"));
    }

    private String create(String translations) {
        return createProduct(product(translations));
    }

    private String product(String rest) {
        return "{\"slug\": \"%s\", \"title\": \"Mug\", \"description\": \"Clay.\", \"variants\": [%s]%s}"
                .formatted(slug, variant(slug, "M", 1, eur(100)), rest.isEmpty() ? "" : ", " + rest);
    }

    private Response upsert(String rest) {
        return staff().body("{\"title\": \"Mug\", \"description\": \"Clay.\", \"variants\": [%s]%s}"
                        .formatted(variant(slug, "M", 1, eur(100)), rest))
                .put("/v1/admin/products/by-key/" + slug);
    }

    private static String page(String slug) {
        return "/v1/products/" + slug;
    }

    private static Response patch(String id, String body) {
        return change("/v1/admin/products/" + id, body);
    }

    private static Response change(String path, String body) {
        return staff().header("If-Match", "*").body(body).patch(path);
    }

    static Response in(String languages, String path) {
        return json().header("Accept-Language", languages).get(path);
    }
}
