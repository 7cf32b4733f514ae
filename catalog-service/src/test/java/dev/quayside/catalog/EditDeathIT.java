package dev.quayside.catalog;

import static dev.quayside.catalog.Edits.act;
import static dev.quayside.catalog.Edits.awaitThat;
import static dev.quayside.catalog.Edits.counts;
import static dev.quayside.catalog.Edits.done;
import static dev.quayside.catalog.Edits.price;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An edit of prices by a percentage that dies, or hangs, in its second batch of 200. */
@CatalogTest
class EditDeathIT {
    private static final int PRODUCTS = 210;
    private static final long LOCK = 4712;

    @Inject
    DataSource database;

    private final String tag = newName("doom");
    private final String tagged = "{\"tag\": \"" + tag + "\"}";

    /** What is left over would let the edits of other tests wait. */
    @AfterEach
    void end() {
        spare();
        Sql.run(
                database,
                "update product_edits set status = 'cancelled', finished_at = now() where finished_at is null");
    }

    private void spare() {
        Sql.run(database, "drop trigger if exists doom on product_edits");
        Sql.run(database, "drop trigger if exists doom on products");
    }

    /**
     * It dies when the products of the batch are written, and just before it is noted that they are: again and again, until it gives up. One
     * that was asked for later waits until then.
     */
    @Test
    void noPriceIsLoweredTwiceAndOnlyAFailedEditIsPassed() {
        Edits.mugs(tag, PRODUCTS);
        Sql.run(database, """
                create or replace function doom_edit() returns trigger language plpgsql as $$
                begin
                    if new.products > 200 and new.request::text like '%percent%' then raise exception 'doomed'; end if;
                    return new;
                end $$""");
        Sql.run(
                database,
                "create trigger doom before update on product_edits for each row execute function doom_edit()");
        Response started = Edits.start(tagged, price("\"percent\": -10"));
        awaitThat(started, "products", 200);
        Response later = Edits.start(tagged, price("\"add\": -100"));
        JsonPath failed = awaitThat(started, "status", "failed");
        assertThat(failed.getString("data.problem.code")).isEqualTo("internal_error");
        JsonPath passed = done(later);
        assertThat(Instant.parse(passed.getString("data.finishedAt")))
                .isAfter(Instant.parse(failed.getString("data.updatedAt")));
        assertThat(prices()).isEqualTo("10 at 900, 200 at 800");
        spare();
        staff().post(started.header("Location") + "/resume").then().statusCode(200);
        JsonPath resumed = done(started);
        assertThat(counts(resumed)).containsExactly(PRODUCTS, PRODUCTS, 0, 0);
        assertThat(resumed.getMap("data")).doesNotContainKey("problem");
        assertThat(prices()).isEqualTo("10 at 810, 200 at 800");
        assertThat(Sql.text(database, "select sum(version) from products where slug like '" + tag + "-%'"))
                .isEqualTo(String.valueOf(3 * PRODUCTS));
    }

    @Test
    void pausedItStopsAndResumedItGoesOn() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement lock = connection.createStatement()) {
            Response started = hanging(lock);
            act(started, "pause", "paused");
            lock.execute("select pg_advisory_unlock(" + LOCK + ")");
            await().during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> prices().equals("10 at 1000, 200 at 900"));
            act(started, "pause", "paused");
            staff().post(started.header("Location") + "/resume").then().statusCode(200);
            assertThat(counts(done(started))).containsExactly(PRODUCTS, PRODUCTS, 0, 0);
            assertThat(prices()).isEqualTo("210 at 900");
        }
    }

    /** As it would be had this instance been taken for dead, and another gone on: what that has gone past is not written again. */
    @Test
    void whatAnotherInstanceHasGonePastIsLeftAlone() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement lock = connection.createStatement()) {
            Response started = hanging(lock);
            String id = started.path("data.id");
            Sql.run(database, """
                    update product_edits set (reached_key, reached_id, products, updated) = (
                        select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), id, 210, 210
                        from products where slug = '%s-210') where id = '%s'""".formatted(tag, id));
            lock.execute("select pg_advisory_unlock(" + LOCK + ")");
            await().during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> prices().equals("10 at 1000, 200 at 900"));
            act(started, "cancel", "cancelled");
            staff().post(started.header("Location") + "/resume").then().statusCode(409);
        }
    }

    /** An edit whose second batch waits for a lock that the caller has. */
    private Response hanging(Statement lock) throws SQLException {
        Edits.mugs(tag, PRODUCTS);
        Sql.run(database, """
                create or replace function doom_product() returns trigger language plpgsql as $$
                begin
                    if new.slug = '%s-205' then perform pg_advisory_xact_lock(%d); end if;
                    return new;
                end $$""".formatted(tag, LOCK));
        Sql.run(database, "create trigger doom before update on products for each row execute function doom_product()");
        lock.execute("select pg_advisory_lock(" + LOCK + ")");
        Response started = Edits.start(tagged, price("\"percent\": -10"));
        awaitThat(started, "products", 200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Sql.text(
                                database,
                                "select count(*) from pg_locks where locktype = 'advisory' and objid = " + LOCK
                                        + " and not granted")
                        .equals("1"));
        return started;
    }

    private String prices() {
        return Sql.text(database, """
                select string_agg(n || ' at ' || amount, ', ' order by n) from (
                    select count(*) as n, r.amount from prices r join variants v on v.id = r.variant_id
                    where v.sku like '%s-%%' group by r.amount) g""".formatted(tag));
    }
}
