package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Sought.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, in what order, and what when nothing is. The catalogue is made once. */
@CatalogTest
class SearchIT {
    private static final List<Sought> MADE = new ArrayList<>();

    private Sought catalogue;

    @BeforeEach
    void makeCatalogue() {
        catalogue = MADE.isEmpty() ? new Sought() : MADE.get(0);
        if (MADE.isEmpty()) {
            MADE.add(catalogue);
            add("Harbour mug", "Stoneware with a harbour drawn around it.", "MUG-1", "\"brand\": \"Kadewerk\"");
            add("Enamel kettle", "Boils water for six mugs of tea.", "KET-1", "\"brand\": \"Kadewerk\"");
            add("Storm lantern", "Burns paraffin for twenty hours.", "LAN-1", "\"tags\": [\"camping\"]");
            add("Storm jacket", "Keeps out rain and running water.", "JAC-1", "\"brand\": \"Brandung\"");
            add("Fisherman jumper", "Knitted of wool; goes with a jacket.", "JUM-1", "\"tags\": [\"wool\"]");
            add("Wool cap", "Warm.", "CAP-1", "\"attributes\": [{\"name\": \"material\", \"value\": \"Merino\"}]");
            add("Crème brûlée dish", "Eight of <b>them</b> & a torch.", "DISH-1", "");
            add("Galley knife", "Carbon steel.", "400638133393-1", "");
        }
    }

    private void add(String title, String description, String sku, String rest) {
        catalogue.add(
                newName("found"),
                title,
                """
                [{"sku": "%s", "stock": 1, "prices": [{"amount": 1000, "currency": "EUR"}]}]""".formatted(newName(sku)),
                "\"description\": \"%s\"%s".formatted(description, rest.isEmpty() ? "" : ", " + rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mug              | Harbour mug;Enamel kettle",
                "mugs             | Harbour mug;Enamel kettle",
                "MUG              | Harbour mug;Enamel kettle",
                "harb             | Harbour mug",
                "storm            | Storm lantern;Storm jacket",
                "storm lan        | Storm lantern",
                "lantern storm    | Storm lantern",
                "kadewerk         | Harbour mug;Enamel kettle",
                "kadewerk mug     | Harbour mug;Enamel kettle",
                "jacket           | Storm jacket;Fisherman jumper",
                "wool             | Wool cap;Fisherman jumper",
                "camping          | Storm lantern",
                "merino           | Wool cap",
                "creme brulee     | Crème brûlée dish",
                "CRÈME            | Crème brûlée dish",
                "run              | Storm jacket",
                "the storm jacket | Storm jacket",
                "knife of steel   | Galley knife",
            })
    void bestIsFoundFirst(String query, String titles) {
        assertThat(titles(query)).containsExactly(titles.split(";"));
        catalogue
                .list("q=" + encoded(query))
                .then()
                .body("search.didYouMean", nullValue())
                .body("search.match", equalTo("all"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lantren      | lantern      | Storm lantern",
                "harbuor mug  | harbour mug  | Harbour mug",
                "jackte       | jacket       | Storm jacket",
                "kadewrek     | kadewerk     | Harbour mug",
                "brulle dish  | brulee dish  | Crème brûlée dish",
            })
    void typingErrorFindsWhatWasMeant(String query, String meant, String title) {
        catalogue
                .list("q=" + encoded(query))
                .then()
                .statusCode(200)
                .body("search.query", equalTo(query))
                .body("search.didYouMean", equalTo(meant))
                .body("data[0].title", equalTo(title));
    }

    @Test
    void skuAndBarcodeAreFoundFirst() {
        String barcode = "4006" + System.nanoTime() % 1_000_000;
        String slug = newName("coded");
        catalogue.add(slug, "Unlike its code", """
                [{"sku": "%s", "barcode": "%s", "prices": [{"amount": 1, "currency": "EUR"}]}]""".formatted(slug + ".X", barcode), "");
        catalogue.add(newName("other"), "Other " + barcode, """
                [{"sku": "%s", "prices": [{"amount": 1, "currency": "EUR"}]}]""".formatted(newName("other")), "");
        for (String code : List.of(slug + ".x", slug + ".X", barcode, slug.substring(0, slug.length() - 1))) {
            assertThat(catalogue.slugs("q=" + encoded(code))).as(code).first().isEqualTo(slug);
        }
    }

    @Test
    void whatNoProductHasWholeIsFoundByAnyOfItsWords() {
        Response found = catalogue.list("limit=1&q=" + encoded("lantern jumper"));
        found.then().body("search.match", equalTo("any")).body("data.size()", equalTo(1));
        List<String> seen = new ArrayList<>(found.<List<String>>path("data.title"));
        Response next = json().get(found.<String>path("page.next"));
        next.then().statusCode(200).body("search.match", equalTo("any"));
        seen.addAll(next.path("data.title"));
        assertThat(seen).containsExactlyInAnyOrder("Storm lantern", "Fisherman jumper");
    }

    @Test
    void linkToTheNextPageIsThatOfWhatWasMeant() {
        Response first = catalogue.list("limit=1&q=" + encoded("stoorm"));
        first.then().body("search.didYouMean", equalTo("storm"));
        Response next = json().get(first.<String>path("page.next"));
        next.then().statusCode(200).body("search.query", equalTo("storm"));
        List<String> both = List.of(first.<String>path("data[0].title"), next.<String>path("data[0].title"));
        assertThat(both).containsExactlyInAnyOrder("Storm jacket", "Storm lantern");
    }

    @Test
    void nothingIsFoundForWhatIsLikeNothing() {
        catalogue
                .list("q=xqzwv&facets=brand")
                .then()
                .statusCode(200)
                .body("data", equalTo(List.of()))
                .body("facets[0].values", equalTo(List.of()))
                .body("search", equalTo(Map.of("query", "xqzwv", "match", "all")));
    }

    @Test
    void foundWordsAreMarkedAndTheTextAroundThemIsEscaped() {
        catalogue
                .list("q=brulee%20torch")
                .then()
                .body("data[0].highlight.title", equalTo("Crème <mark>brûlée</mark> dish"))
                .body("data[0].highlight.description", containsString("&amp; a <mark>torch</mark>"))
                .body("data[0].highlight.description", org.hamcrest.Matchers.not(containsString("<b>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "'",
                "\\",
                "\\'",
                ":*",
                "a:*|b",
                "&",
                "!",
                "((",
                "<->",
                "'; drop table products; --",
                "{x}",
                "{",
                "?1",
                ":language",
                "\u00ad",
                "ﬀ",
                "日本",
                "a b c d e f g h i j k l m n o p",
                "the",
                "and or not",
                "\u202e",
                "💚"
            })
    void anyTextIsASearch(String text) {
        catalogue.list("limit=1&facets=brand&q=" + encoded(text)).then().statusCode(200);
        json().get("/v1/search/suggest?q=" + encoded(text)).then().statusCode(200);
    }

    @Test
    void searchKeepsToOneStatementAList() {
        catalogue.list("q=mug&limit=1");
        assertThat(catalogue.list("q=mug&limit=1").header("Server-Timing")).isIn("db;desc=\"1\"", "db;desc=\"3\"");
    }

    @Test
    void sortsWithinASearchAndWalks() {
        assertThat(catalogue.walk("q=storm&limit=1"))
                .isEqualTo(catalogue.slugs("q=storm"))
                .hasSize(2);
        assertThat(catalogue.walk("q=storm&limit=1&sort=-title")).isEqualTo(catalogue.slugs("q=storm&sort=-title"));
        catalogue.list("q=storm&page=2&limit=1").then().body("page.total", equalTo(2));
    }

    @Test
    void wordsThatStaffSayMeanTheSameFindTheSame() {
        String word = newName("beaker").replace("-", "");
        String path = staff().body("{\"phrases\": [\"%s\", \"enamel kettle\", \"Mug\"]}".formatted(word))
                .post("/v1/admin/search/synonyms")
                .header("Location");
        await().untilAsserted(() -> assertThat(titles(word)).contains("Harbour mug", "Enamel kettle"));
        assertThat(titles("enamel kettle")).contains("Harbour mug");
        staff().delete(path).then().statusCode(204);
        await().untilAsserted(() -> catalogue.list("q=" + word).then().body("data", equalTo(List.of())));
    }

    @Test
    void stopWordIsLeftOutUnlessItIsAlone() {
        String word = newName("pls").replace("-", "");
        String path = "/v1/admin/search/stop-words";
        staff().header("If-Match", "*")
                .body("{\"words\": [\"%s\"]}".formatted(word))
                .put(path)
                .then()
                .statusCode(200);
        await().untilAsserted(() -> catalogue
                .list("q=merino%20" + word)
                .then()
                .body("search.match", equalTo("all"))
                .body("data.title", hasItem("Wool cap")));
        staff().header("If-Match", "*").body("{\"words\": []}").put(path).then().statusCode(200);
    }

    @Test
    void suggestionsAreProductsAndCategories() {
        String word = newName("Quince").replace("-", "");
        String slug = newName("quince");
        staff().body("{\"slug\": \"%s\", \"name\": \"Jams of %s\"}".formatted(slug, word))
                .post("/v1/admin/categories");
        String product = catalogue.add(word + " jam", 1, 450, "{}", "");
        json().get("/v1/search/suggest?q=" + word.substring(0, word.length() - 1))
                .then()
                .statusCode(200)
                .body("data.products[0].slug", equalTo(product))
                .body("data.products[0].title", equalTo(word + " jam"))
                .body("data.products[0].price.amount", equalTo(450))
                .body("data.categories[0]", equalTo(Map.of("slug", slug, "name", "Jams of " + word)));
        json().get("/v1/search/suggest?q=" + word + "%20jaam")
                .then()
                .body("data.products[0].slug", equalTo(product))
                .body("data.didYouMean", equalTo(word.toLowerCase(java.util.Locale.ROOT) + " jam"));
        for (String bad : List.of("", "?q=", "?q=a&currency=x", "?q=a&limit=0", "?word=a")) {
            json().get("/v1/search/suggest" + bad).then().statusCode(400);
        }
    }

    private List<String> titles(String query) {
        return catalogue
                .list("q=" + encoded(query))
                .then()
                .statusCode(200)
                .extract()
                .path("data.title");
    }
}
