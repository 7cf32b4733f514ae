package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Sought.encoded;
import static dev.quayside.catalog.TranslationIT.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search in German: what is found is what is shown, by German's word forms and stop words. The catalogue is made once. */
@CatalogTest
class LanguageSearchIT {
    private static final List<Sought> MADE = new ArrayList<>();

    private Sought catalogue;

    @BeforeEach
    void makeCatalogue() {
        catalogue = MADE.isEmpty() ? new Sought() : MADE.get(0);
        if (MADE.isEmpty()) {
            MADE.add(catalogue);
            add("Bird house", "Vogelhaus", "Häuser für kleine Vögel, aus Holz.");
            add("House lamp", "Hauslampe", "Leuchtet in jedem Haus.");
            add("Children's book", "Kinderbuch", "Zwölf Bücher in einem.");
            add("Harbour mug", "Hafenbecher", "Steinzeug, für heiße Getränke.");
            add("Storm lantern", "", "");
        }
    }

    private void add(String title, String german, String text) {
        String translations = german.isEmpty()
                ? ""
                : "\"translations\": {\"de\": {\"title\": \"%s\", \"description\": \"%s\"}}".formatted(german, text);
        catalogue.add(newName("found"), title, """
                [{"sku": "%s", "stock": 1, "prices": [{"amount": 1000, "currency": "EUR"}]}]""".formatted(newName("F")), translations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Haus              | Bird house;House lamp",
                "Häuser            | Bird house;House lamp",
                "Hauses            | Bird house;House lamp",
                "Buch              | Children's book",
                "Bücher            | Children's book",
                "hafenb            | Harbour mug",
                "Hauslampe für jedes Haus | House lamp",
                "Getränk für heiß  | Harbour mug",
                "heisse Getränke   | Harbour mug",
                "storm lantern     | Storm lantern",
                "mug               | ",
            })
    void germanWordsFindTheirForms(String query, @Nullable String titles) {
        List<String> expected = titles == null ? List.of() : List.of(titles.split(";"));
        List<String> found = in("de", list("match=all&sort=title&limit=100&q=" + encoded(query)))
                .then()
                .statusCode(200)
                .extract()
                .path("data.slug");
        assertThat(english(found)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<String> english(List<String> slugs) {
        List<String> all = catalogue.slugs("limit=100");
        List<String> titles = catalogue.list("limit=100").path("data.title");
        return slugs.stream().map(slug -> titles.get(all.indexOf(slug))).toList();
    }

    @Test
    void typingErrorFindsTheGermanWordAndItIsMarked() {
        in("de", list("q=Hafenbehcer"))
                .then()
                .body("search.didYouMean", equalTo("hafenbecher"))
                .body("data[0].title", equalTo("Hafenbecher"))
                .body("data[0].highlight.title", equalTo("<mark>Hafenbecher</mark>"));
        in("de", list("q=" + encoded("haus")))
                .then()
                .body("data.find { it.title == 'Vogelhaus' }.highlight.description", startsWith("<mark>Häuser</mark>"));
        in("en", list("match=all&q=hafenbecher")).then().body("data", equalTo(List.of()));
    }

    @Test
    void suggestionsAreInTheLanguage() {
        Response offered = in("de", "/v1/search/suggest?q=hafenbec");
        offered.then().header("Content-Language", "de").body("data.products.title", hasItem("Hafenbecher"));
        in("en", "/v1/search/suggest?q=harbour%20mug").then().body("data.products.title", hasItem("Harbour mug"));
    }

    private String list(String query) {
        return "/v1/products?category=" + catalogue.category() + "&" + query;
    }
}
