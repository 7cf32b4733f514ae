package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Sought.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.catalog.popular.PopularQueries;
import dev.quayside.kit.testing.Together;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is suggested because others have searched for it. */
@CatalogTest
class PopularQueriesIT {
    private static final String BLOCKED = "/v1/admin/search/blocked-queries";
    private static final int FROM = 5;

    @Inject
    DataSource database;

    @Inject
    PopularQueries queries;

    /** A word that no other test has, and that is no number. */
    private final String word = letters(newName("pop"));

    @BeforeEach
    void make() {
        Sought sought = new Sought();
        sought.add(word + " Mügs red", 1, 100, "{}", "");
        sought.add(word + " Mügs blue", 1, 100, "{}", "");
    }

    @AfterEach
    void unblock() {
        block();
    }

    @Test
    void queryIsSuggestedWhenEnoughOthersHaveMadeItAndWhatOneRepeatsIsNotWritten() {
        for (int i = 0; i < 2 * FROM; i++) {
            search("2001:db8:7:7::" + i, word + " mügs");
        }
        queries.write();
        assertThat(written()).isEqualTo("nothing");
        for (int i = 1; i < FROM; i++) {
            search("10.0.0." + i, word + " mügs");
            search("10.0.0." + i, word.toUpperCase(java.util.Locale.ROOT) + "  (MUGS)");
        }
        queries.write();
        assertThat(suggested()).isEmpty();
        assertThat(listed().get("searches")).isEqualTo(FROM - 1);
        search("10.0.1.1", word + " mugs!");
        queries.write();
        assertThat(listed().get("searches")).isEqualTo(FROM);
        assertThat(suggested()).containsExactly(word + " mügs");
        json().get("/v1/search/suggest?q=" + word + "%20m")
                .then()
                .body("data.queries", contains(word + " mügs"))
                .body("data.products.size()", equalTo(2));
        json().get("/v1/search/suggest?q=" + word + "%20red").then().body("data.queries", equalTo(List.of()));
        json().get("/v1/search/suggest?q=%21%21").then().body("data.queries", equalTo(List.of()));
    }

    @Test
    void mostSearchedForComeFirstAndWhatIsOldFades() {
        popular(word + " mugs red", 9);
        popular(word + " mugs blue", 5);
        popular(word + " mugs", 7);
        assertThat(suggested()).containsExactly(word + " mugs red", word + " mugs", word + " mugs blue");
        // A month: each of its searches is worth less than a quarter of one of today.
        Sql.run(
                database,
                "update search_queries set weight = weight - 1000000 * ln(2) * 30 / 14 where shown = '%s mugs red'"
                        .formatted(word));
        assertThat(suggested()).containsExactly(word + " mugs", word + " mugs blue");
    }

    @Test
    void onlyFirstPagesThatFindSomethingByAllWordsAsTypedAreCounted() {
        for (String query : List.of(
                word + " nothing",
                word + " mugs&match=any",
                word + " mugs&page=2",
                word + " mugs&limit=1&page=2",
                word + " mugs a a a a a a a a free",
                word.substring(1) + " mogs")) {
            byTwo("/v1/products?q=" + encoded(query).replace("%26", "&").replace("%3D", "="));
        }
        byTwo(byTwo("/v1/products?limit=1&match=all&q=" + word + "%20m").path("page.next"));
        queries.write();
        assertThat(written()).isEqualTo(word + " m");
        assertThat(listed().get("searches")).isEqualTo(1);
    }

    @Test
    void blockedPhraseIsNotSuggestedFromTheNextMomentOn() {
        popular(word + " mugs red", FROM + 1);
        popular(word + " mugs blue", FROM);
        assertThat(suggested()).hasSize(2);
        block("MÜGS,   Red!", "mugs re");
        assertThat(suggested()).containsExactly(word + " mugs blue");
        staff().get(BLOCKED).then().body("data.phrases", contains("mugs re", "mügs, red!"));
        block("mugs");
        popular(word + " mugs", FROM);
        assertThat(suggested()).isEmpty();
        assertThat(listed().get("blocked")).isEqualTo(true);
        assertThat(listed().get("suggested")).isEqualTo(false);
        staff().body("{\"phrases\": []}").put(BLOCKED).then().statusCode(428);
        staff().header("If-Match", "\"0\"")
                .body("{\"phrases\": []}")
                .put(BLOCKED)
                .then()
                .statusCode(412);
        staff().header("If-Match", "*")
                .body("{\"phrases\": [\" \"]}")
                .put(BLOCKED)
                .then()
                .statusCode(422);
        block();
        assertThat(suggested()).hasSize(3);
    }

    /** Two instances may write at once, and shoppers go on searching meanwhile. */
    @Test
    void noSearchIsCountedTwiceOrLost() {
        Together.run(8, i -> {
            for (int n = 0; n < 5; n++) {
                queries.found(word + " mugs", "10.0." + i + "." + n);
                queries.write();
            }
            return i;
        });
        queries.write();
        popular(word + " mugs 1", 1);
        assertThat(Sql.text(database, """
                select round(exp((a.weight - b.weight) / 1000000.0)) from search_queries a, search_queries b
                where a.shown = '%1$s mugs' and b.shown = '%1$s mugs 1'""".formatted(word))).isEqualTo("39");
    }

    /** Counts searches of different people, and the first one that does not count. */
    private void popular(String query, int searches) {
        IntStream.rangeClosed(0, searches).forEach(n -> queries.found(query, "10.0.0." + n));
        queries.write();
    }

    private static void search(String address, String query) {
        json().header("X-Forwarded-For", address)
                .get("/v1/products?q=" + encoded(query))
                .then()
                .statusCode(200);
    }

    private static Response byTwo(String path) {
        json().header("X-Forwarded-For", "10.0.0.1").get(path).then().statusCode(200);
        return json().header("X-Forwarded-For", "10.0.0.2").get(path);
    }

    /** This test's queries that are written. */
    private String written() {
        return Sql.text(
                database,
                "select coalesce(string_agg(shown, ','), 'nothing') from search_queries where shown like '%"
                        + word.substring(1) + "%'");
    }

    private List<String> suggested() {
        return json().get("/v1/search/suggest?q=" + word)
                .then()
                .statusCode(200)
                .extract()
                .path("data.queries");
    }

    /** This test's most popular query as staff see it. */
    private Map<String, Object> listed() {
        String next = "/v1/admin/search/popular-queries?limit=100";
        while (next != null) {
            JsonPath page = staff().get(next).jsonPath();
            Map<String, Object> found = page.getMap("data.find { it.query.startsWith('" + word + "') }");
            if (found != null) {
                return found;
            }
            next = page.getString("page.next");
        }
        throw new AssertionError(word + " is not listed");
    }

    private static String letters(String name) {
        return name.chars()
                .filter(c -> c != '-')
                .mapToObj(c -> String.valueOf((char) (c <= '9' ? c - '0' + 'g' : c)))
                .collect(java.util.stream.Collectors.joining());
    }

    private static void block(String... phrases) {
        String list = phrases.length == 0 ? "" : "\"" + String.join("\", \"", phrases) + "\"";
        staff().header("If-Match", "*")
                .body("{\"phrases\": [" + list + "]}")
                .put(BLOCKED)
                .then()
                .statusCode(200);
    }
}
