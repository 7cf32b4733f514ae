package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.TranslationIT.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.catalog.cache.AnotherInstance;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers are kept by language, and forgotten in all of them. */
@CatalogTest
class LanguageCacheIT {
    private static final String NONE = "db;desc=\"0\"";

    @Inject
    AnotherInstance other;

    private final String slug = newName("kept");
    private String id = "";
    private String page = "";

    @BeforeEach
    void createOne() {
        id = createProduct(
                "{\"slug\": \"%s\", \"title\": \"Mug\", \"translations\": {\"de\": {\"title\": \"Becher\"}}, \"variants\": [%s]}"
                        .formatted(slug, variant(slug, "M", 1, eur(100))));
        page = "/v1/products/" + slug;
    }

    @Test
    void eachLanguageHasAnAnswerOfItsOwnHoweverItIsAskedFor() {
        String german = warm("de", "Becher");
        String english = warm("en", "Mug");
        assertThat(german).isNotEqualTo(english);
        // Tried again where the machine had so much to do that nothing was known of changes for a while.
        await().untilAsserted(() -> {
            in("de", page).then().statusCode(200);
            for (String header : List.of("de-AT", "de;q=0.3,nl", "DE")) {
                in(header, page).then().header("Server-Timing", NONE).header("ETag", german);
            }
        });
        json().get(page).then().header("ETag", english);
        json().header("Accept-Language", "de")
                .header("If-None-Match", german)
                .get(page)
                .then()
                .statusCode(304)
                .header("Content-Language", "de")
                .header("Vary", "Accept-Language");
        json().header("Accept-Language", "de")
                .header("If-None-Match", english)
                .get(page)
                .then()
                .statusCode(200);
    }

    @Test
    void aChangedTextIsSeenAtOnceInEachLanguage() {
        warm("de", "Becher");
        warm("en", "Mug");
        patch("{\"translations\": {\"de\": {\"title\": \"Humpen\"}}}");
        assertThat(in("de", page).<String>path("data.title")).isEqualTo("Humpen");
        warm("de", "Humpen");
        patch("{\"translations\": {\"de\": null}, \"title\": \"Cup\"}");
        assertThat(in("de", page).<String>path("data.title")).isEqualTo("Cup");
        assertThat(in("en", page).<String>path("data.title")).isEqualTo("Cup");
    }

    /** Asked for until instances share it, which they do once they have heard of no change since. */
    @Test
    void instancesShareAnAnswerInItsLanguage() {
        await().until(() -> {
            warm("de", "Becher");
            return other.findsInRedis("de " + page);
        });
        patch("{\"translations\": {\"de\": {\"title\": \"Humpen\"}}}");
        assertThat(other.findsInRedis("de " + page)).isFalse();
    }

    private String warm(String language, String title) {
        await().untilAsserted(() -> {
            in(language, page).then().statusCode(200);
            Response kept = in(language, page);
            assertThat(kept.header("Server-Timing")).isEqualTo(NONE);
            assertThat(kept.<String>path("data.title")).isEqualTo(title);
        });
        return in(language, page).header("ETag");
    }

    private void patch(String body) {
        staff().header("If-Match", "*")
                .body(body)
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
    }
}
