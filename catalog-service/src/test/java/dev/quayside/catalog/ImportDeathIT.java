package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.ImportIT.counts;
import static dev.quayside.catalog.ImportIT.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import whose second batch of 200 dies, or hangs, in the middle of its transaction. */
@CatalogTest
class ImportDeathIT {
    private static final int LINES = 450;
    private static final long LOCK = 4711;

    @Inject
    DataSource database;

    private final String run = newName("death");

    @BeforeEach
    void doom() {
        Sql.run(database, """
                create or replace function doom() returns trigger language plpgsql as $$
                begin
                    if new.slug = '%1$s-dies' then raise exception 'doomed'; end if;
                    if new.slug = '%1$s-hangs' then perform pg_advisory_xact_lock(%2$d); end if;
                    return new;
                end $$""".formatted(run, LOCK));
        Sql.run(database, "create trigger doom before insert on products for each row execute function doom()");
    }

    @AfterEach
    void spare() {
        Sql.run(database, "drop trigger if exists doom on products");
    }

    @Test
    void goesOnBehindTheBatchThatWasCommitted() {
        Response started = start("dies");
        awaitProducts(started, 200);
        assertThat(written()).isEqualTo("200");
        spare();
        assertThat(counts(done(started))).containsExactly(LINES, LINES, 0, 0, 0);
        assertThat(Sql.text(
                        database,
                        "select count(*) || ' ' || sum(version) from products where slug like '" + run + "-%'"))
                .isEqualTo(LINES + " " + LINES);
        assertThat(Sql.text(database, "select count(*) from audit_outbox where strpos(entry, '\"" + run + "-') > 0"))
                .isEqualTo(String.valueOf(LINES));
    }

    @Test
    void pausedItStopsAndResumedItGoesOn() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(" + LOCK + ")");
            Response started = start("hangs");
            awaitProducts(started, 200);
            act(started, "pause", "paused");
            lock.execute("select pg_advisory_unlock(" + LOCK + ")");
            await().during(Duration.ofMillis(700))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> written().equals("200"));
            act(started, "pause", "paused");
            staff().post(started.header("Location") + "/resume").then().statusCode(200);
            assertThat(counts(done(started))).containsExactly(LINES, LINES, 0, 0, 0);
        }
    }

    @Test
    void cancelledItKeepsWhatIsWritten() {
        Response started = start("dies");
        awaitProducts(started, 200);
        act(started, "cancel", "cancelled");
        spare();
        String id = started.path("data.id");
        assertThat(Sql.text(database, "select count(*) from import_chunks where import_id = '" + id + "'"))
                .isEqualTo("0");
        assertThat(written()).isEqualTo("200");
        staff().post(started.header("Location") + "/resume").then().statusCode(409);
    }

    /** A product of the second batch is the doomed one. */
    private Response start(String fate) {
        String file = IntStream.rangeClosed(1, LINES)
                .mapToObj(i -> Streams.mug(run + "-" + (i == 300 ? fate : String.valueOf(i)), 1))
                .collect(Collectors.joining("\n"));
        return ImportIT.start("", Streams.NDJSON, file);
    }

    private static void awaitProducts(Response started, int products) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> staff().get(started.header("Location"))
                        .path("data.products")
                        .equals(products));
    }

    private static void act(Response started, String verb, String status) {
        staff().post(started.header("Location") + "/" + verb)
                .then()
                .statusCode(200)
                .body("data.status", equalTo(status));
    }

    private String written() {
        return Sql.text(database, "select count(*) from products where slug like '" + run + "-%'");
    }
}
