package dev.quayside.catalog;

import static dev.quayside.catalog.Edits.counts;
import static dev.quayside.catalog.Edits.done;
import static dev.quayside.catalog.Edits.price;
import static dev.quayside.catalog.Edits.results;
import static dev.quayside.catalog.Edits.start;
import static dev.quayside.catalog.Edits.trial;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.quayside.kit.testing.RecordedChanges;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CatalogTest
class EditIT {
    @Inject
    DataSource database;

    private final String tag = newName("edit");
    private final String tagged = "{\"tag\": \"" + tag + "\"}";

    @Test
    void trialCountsAndShowsWhatWouldChangeAndWritesNothing() {
        Edits.mugs(tag, 3);
        setPrice(tag + "-2", 100);
        Response started = trial(tagged, price("\"add\": -500"));
        JsonPath edit = done(started);
        assertThat(counts(edit)).containsExactly(3, 2, 0, 1);
        assertThat(edit.getInt("data.total")).isEqualTo(3);
        assertThat(edit.getInt("data.percent")).isEqualTo(100);
        JsonPath found = results(started, "");
        assertThat(found.getList("data.slug")).isEqualTo(List.of(tag + "-1", tag + "-2", tag + "-3"));
        assertThat(found.getMap("data[0].changes[0]"))
                .isEqualTo(Map.of("field", "variants[" + tag + "-1].prices[EUR].amount", "before", 1000, "after", 500));
        assertThat(found.getString("data[1].code")).isEqualTo("validation_failed");
        assertThat(found.getString("data[1].errors[0].code")).isEqualTo("price_out_of_range");
        String next = results(started, "?limit=2").getString("page.next");
        assertThat(staff().get(next).jsonPath().getList("data.slug")).isEqualTo(List.of(tag + "-3"));
        assertThat(results(started, "?result=failed").getList("data.slug")).isEqualTo(List.of(tag + "-2"));
        assertThat(prices()).isEqualTo("1000 100 1000");
        assertThat(actions(tag + "-1")).containsExactly("product.created");
    }

    @Test
    void productIsEditedWhollyOrNotAtAllAndWhatIsSoAlreadyIsNotWritten() {
        Edits.mugs(tag, 3);
        setPrice(tag + "-2", 100);
        String edit = "{\"tags\": {\"add\": [\"sale\"]}, \"brand\": \"Sea\", %s"
                .formatted(price("\"add\": -500").substring(1));
        Response started = start(tagged, edit);
        assertThat(counts(done(started))).containsExactly(3, 2, 0, 1);
        assertThat(prices()).isEqualTo("500 100 500");
        assertThat(product(tag + "-1").getList("tags")).isEqualTo(List.of(tag, "sale"));
        assertThat(product(tag + "-2").getList("tags")).isEqualTo(List.of(tag));
        staff().get("/v1/products/" + tag + "-1").then().body("data.price.amount", equalTo(500));
        assertThat(results(started, "").getList("data.slug")).isEqualTo(List.of(tag + "-2"));
        assertThat(actions(tag + "-1")).containsExactly("product.created", "product.updated");
        assertThat(RecordedChanges.of(database, product(tag + "-1").getString("id"))
                        .get(1)
                        .at("/actor/kind")
                        .asText())
                .isEqualTo("api_key");
        String written = written();
        assertThat(counts(done(start(tagged, "{\"brand\": \"Sea\", \"tags\": {\"add\": [\"SALE\"]}}"))))
                .containsExactly(3, 1, 2, 0);
        assertThat(counts(done(start(tagged, price("\"percent\": 0"))))).containsExactly(3, 0, 3, 0);
        assertThat(written()).isEqualTo(written);
    }

    @Test
    void filterThatTheEditUndoesFindsEachProductOnce() {
        Edits.mugs(tag, 3);
        assertThat(counts(done(start(tagged, "{\"tags\": {\"remove\": [\"" + tag + "\"]}, \"status\": \"draft\"}"))))
                .containsExactly(3, 3, 0, 0);
        String slugs = "{\"slugs\": [\"%1$s-1\", \"%1$s-3\", \"none\"], \"status\": \"draft\"}".formatted(tag);
        assertThat(counts(done(start(slugs, "{\"status\": \"active\"}")))).containsExactly(2, 2, 0, 0);
        String id = product(tag + "-2").getString("id");
        assertThat(counts(done(start("{\"ids\": [\"" + id + "\"]}", "{\"status\": \"archived\"}"))))
                .containsExactly(1, 1, 0, 0);
        staff().get("/v1/products/" + tag + "-3").then().statusCode(200);
        staff().get("/v1/products/" + tag + "-2").then().statusCode(404);
    }

    @Test
    void keySentAgainIsTheSameEdit() {
        Edits.mugs(tag, 1);
        String key = UUID.randomUUID().toString();
        String body = "{\"filter\": %s, \"edit\": %s}".formatted(tagged, price("\"percent\": -10"));
        Response first = Edits.send(key, body);
        done(first);
        Response again = Edits.send(key, body);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        Edits.send(key, body.replace("-10", "-11"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        staff().body(body).post(Edits.PATH).then().statusCode(400).body("code", equalTo("idempotency_key_required"));
        assertThat(prices()).isEqualTo("900");
    }

    /** The edit has read the product and waits for its lock, which a writer has. */
    @Test
    void whatAnotherWriterHasJustWrittenIsKept() throws SQLException {
        Edits.mugs(tag, 1);
        Response started;
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("select 1 from products where slug = '" + tag + "-1' for update");
            started = start(tagged, price("\"percent\": -10"));
            awaitWaiting("select id, version from products%");
            statement.execute("update products set title = 'Cup', version = version + 1 where slug = '" + tag + "-1'");
            writer.commit();
        }
        assertThat(counts(done(started))).containsExactly(1, 1, 0, 0);
        assertThat(product(tag + "-1").getString("title")).isEqualTo("Cup");
        assertThat(prices()).isEqualTo("900");
    }

    /** The filter has found the product, and to read it takes a lock that a writer has. */
    @Test
    void productThatMatchesNoMoreWhenItIsReadIsLeftAlone() throws SQLException {
        Edits.mugs(tag, 1);
        Response started;
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("lock table product_categories in access exclusive mode");
            started = start(tagged, price("\"percent\": -10"));
            awaitWaiting("select cast(json_build_object(%");
            statement.execute("update products set tags = '{}', version = version + 1 where slug = '" + tag + "-1'");
            writer.commit();
        }
        assertThat(counts(done(started))).containsExactly(0, 0, 0, 0);
        assertThat(prices()).isEqualTo("1000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | {\"status\": \"draft\"}              | filter                | empty",
                "{\"status\": \"gone\"}          | {\"status\": \"draft\"}              | filter.status         | invalid_filter",
                "{\"createdAt[gte]\": \"x\"}     | {\"status\": \"draft\"}              | filter.createdAt[gte] | invalid_filter",
                "{\"ids\": []}                   | {\"status\": \"draft\"}              | filter.ids            | size",
                "{\"tag\": \"x\"}                | {}                                   | edit                  | empty",
                "{\"tag\": \"x\"}                | {\"status\": \"gone\"}               | edit.status           | pattern",
                "{\"tag\": \"x\"}                | {\"brand\": \"x\", \"clear\": [\"brand\"]} | edit.clear      | set_too",
                "{\"tag\": \"x\"}                | {\"publishAt\": \"soon\"}            | edit.publishAt        | not_a_time",
                "{\"tag\": \"x\"}                | {\"tags\": {}}                       | edit.tags             | not_one_of_them",
                "{\"tag\": \"x\"}                | {\"categories\": {\"add\": [\"no-such\"]}} | edit.categories | unknown_category",
                "{\"tag\": \"x\"}                | {\"price\": {\"currency\": \"EUR\"}} | edit.price            | not_one_of_them",
                "{\"tag\": \"x\"}                | {\"price\": {\"currency\": \"XXX\", \"set\": 1}} | edit.price.currency | unknown_currency",
                "{\"tag\": \"x\"}                | {\"price\": {\"currency\": \"ISK\", \"add\": 5}} | edit.price | not_chargeable",
                "{\"tag\": \"x\"}                | {\"price\": {\"currency\": \"EUR\", \"percent\": -101}} | edit.price.percent | decimal_min",
                "{\"tag\": \"x\"}                | {\"price\": {\"currency\": \"EUR\", \"percent\": 1e30}} | edit.price.percent | decimal_max",
                "{\"tag\": \"x\"}                | {\"compareAt\": {\"currency\": \"EUR\", \"set\": 1, \"clear\": true}} | edit.compareAt | not_one_of_them",
                "{\"tag\": \"x\"}                | {\"sale\": {\"currency\": \"EUR\", \"percent\": 5}} | edit.sale.percent | decimal_max",
            })
    void requestIsChecked(String filter, String edit, String field, String code) {
        start(filter, edit)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem(field))
                .body("errors.code", hasItem(code));
    }

    @Test
    void editIsFoundAndToldWhatItCannotDo() {
        Edits.send(UUID.randomUUID().toString(), "{\"filter\": {\"colour\": \"x\"}, \"edit\": {}}")
                .then()
                .statusCode(400);
        String none = Edits.PATH + "/" + UUID.randomUUID();
        staff().get(none).then().statusCode(404).body("code", equalTo("edit_not_found"));
        staff().get(none + "/results").then().statusCode(404);
        staff().post(none + "/cancel").then().statusCode(404);
        Response started = start("{\"tag\": \"" + tag + "\"}", "{\"status\": \"draft\"}");
        String id = done(started).getString("data.id");
        staff().post(started.header("Location") + "/pause")
                .then()
                .statusCode(409)
                .body("code", equalTo("edit_state"))
                .body("editStatus", equalTo("completed"));
        staff().get(Edits.PATH + "?status=none").then().statusCode(400);
        staff().get(Edits.PATH + "/" + id + "/results?result=none").then().statusCode(400);
        staff().get(Edits.PATH + "?status=completed,cancelled")
                .then()
                .statusCode(200)
                .body("data.id", hasItem(id));
    }

    private void awaitWaiting(String query) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Sql.text(database, """
                                select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%s'""".formatted(query)).equals("1"));
    }

    private static void setPrice(String slug, long amount) {
        staff().body("{\"variants\": [{\"sku\": \"%s\", \"options\": {\"size\": \"M\"}, \"prices\": [%s]}]}"
                        .formatted(slug, Fixtures.eur(amount)))
                .header("If-Match", "*")
                .patch("/v1/admin/products/" + product(slug).getString("id"))
                .then()
                .statusCode(200);
    }

    private static JsonPath product(String slug) {
        return staff().get("/v1/admin/products?sku=" + slug).jsonPath().setRootPath("data[0]");
    }

    /** In the order of their slugs. */
    private String prices() {
        return Sql.text(database, """
                select string_agg(cast(r.amount as text), ' ' order by v.sku)
                from prices r join variants v on v.id = r.variant_id where v.sku like '%s-%%'""".formatted(tag));
    }

    /** Versions, entries of the audit log and changes announced to the storefront's caches; of products of this test that are so already. */
    private String written() {
        return Sql.text(database, """
                select string_agg(slug || ':' || version || ':' || updated_at, ' ' order by slug)
                from products where slug in ('%1$s-1', '%1$s-3')""".formatted(tag))
                + actions(tag + "-1")
                + Sql.text(
                        database,
                        "select max(xmin::text::bigint) from storefront_products where slug in ('%1$s-1', '%1$s-3')"
                                .formatted(tag));
    }

    private List<String> actions(String slug) {
        return RecordedChanges.actions(database, product(slug).getString("id"));
    }
}
