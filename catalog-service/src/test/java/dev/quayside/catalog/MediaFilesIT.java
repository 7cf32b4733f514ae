package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.image;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.upload;
import static dev.quayside.catalog.Fixtures.variant;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of stored files: begun, shown, forgotten, deleted, and a crash between any two of these. */
@CatalogTest
class MediaFilesIT {
    private static final ConditionFactory SOON =
            Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));

    @Inject
    DataSource database;

    private final byte[] file = image();
    private String product = "";
    private String hash = "";
    private String id = "";

    @BeforeEach
    void uploadFile() {
        product = newProduct();
        Response uploaded = upload(product, file);
        hash = uploaded.then().statusCode(201).extract().path("data.hash");
        id = uploaded.path("data.id");
        SOON.until(() -> status().equals("ready"));
    }

    @Test
    void fileThatNobodyHasIsDeletedAfterTheGrace() {
        forget();
        sweep();
        given().get(url()).then().statusCode(200);
        age();
        sweep();
        given().get(url()).then().statusCode(404);
        assertThat(status()).isEmpty();
        upload(product, file).then().statusCode(201);
        SOON.until(() -> status().equals("ready"));
        given().get(url()).then().statusCode(200);
    }

    @Test
    void fileThatAnybodyHasIsKept() {
        String other = newProduct();
        upload(other, file).then().statusCode(201);
        forget();
        age();
        sweep();
        given().get(url()).then().statusCode(200);
        staff().delete("/v1/admin/products/" + other).then().statusCode(204);
        age();
        sweep();
        given().get(url()).then().statusCode(404);
    }

    @Test
    void fileThatAProductIsAboutToGetIsNotSwept() throws SQLException {
        forget();
        age();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, """
                    insert into product_media (id, product_id, file_id, alt, position, version, created_at, updated_at)
                    select cast(? as uuid), cast(? as uuid), f.id, '', 0, 1, now(), now() from media_files f where f.hash = ?""", UUID.randomUUID().toString(), product, hash);
            sweep();
            connection.commit();
        }
        given().get(url()).then().statusCode(200);
        sweep();
        given().get(url()).then().statusCode(200);
        assertThat(status()).isEqualTo("ready");
    }

    @Test
    void fileThatBecomesReadyWhileAProductGetsItIsShown() throws Exception {
        String other = newProduct();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection connection = database.getConnection()) {
            update("update media_files set status = 'processing', attempts = 0 where hash = ?", hash);
            connection.setAutoCommit(false);
            // The upload's last statement waits here: it has told the storefront, and has not committed.
            execute(connection, "lock table audit_outbox in share mode");
            Future<Response> uploading = thread.submit((Callable<Response>) () -> upload(other, file));
            SOON.until(() -> waiting() == 1);
            render();
            // The step waits for the upload; one that did not would have told the storefront of all products but this
            // one.
            SOON.until(() -> waiting() == 2 || rendering() == 0);
            connection.commit();
            uploading.get().then().statusCode(201);
        } finally {
            thread.shutdownNow();
        }
        SOON.untilAsserted(() -> json().get("/v1/products/" + other).then().body("data.media.size()", equalTo(1)));
    }

    @Test
    void uploadThatCrashedLeavesNothing() {
        forget();
        update("update media_files set status = 'uploading', renditions = '[]' where hash = ?", hash);
        age();
        sweep();
        assertThat(status()).isEmpty();
        given().get(url()).then().statusCode(404);
    }

    @Test
    void deletionThatCrashedGoesOnAndKeepsTheFileFromComingBackMeanwhile() {
        forget();
        update("update media_files set status = 'deleting' where hash = ?", hash);
        Response refused = upload(product, file);
        refused.then().statusCode(503).body("code", equalTo("busy"));
        assertThat(refused.header("Retry-After")).isNotNull();
        sweep();
        upload(product, file).then().statusCode(201);
        SOON.until(() -> status().equals("ready"));
        given().get(url()).then().statusCode(200);
    }

    @Test
    void pictureThatTakesTheProcessWithItIsGivenUpAndTriedAgainWhenAsked() {
        update("update media_files set status = 'processing', renditions = '[]', attempts = 3 where hash = ?", hash);
        render();
        SOON.until(() -> status().equals("failed"));
        staff().get("/v1/admin/media/" + id)
                .then()
                .body("data.status", equalTo("failed"))
                .body("data.failure", containsString("3 attempts"));
        upload(product, file).then().statusCode(200).body("data.status", equalTo("processing"));
        SOON.until(() -> status().equals("ready"));
    }

    @Test
    void stepThatIsRunAgainChangesNothing() {
        byte[] before = given().get(url()).asByteArray();
        render();
        SOON.until(() -> rendering() == 0);
        assertThat(given().get(url()).asByteArray()).isEqualTo(before);
        assertThat(status()).isEqualTo("ready");
    }

    private String url() {
        return "/v1/media/" + hash + "/original.webp";
    }

    private static String newProduct() {
        return createProduct(Fixtures.product(newName("media"), "T", variant(newName("media"), "S", 1, eur(1))));
    }

    /** The product has the file no longer. */
    private void forget() {
        staff().delete("/v1/admin/media/" + id).then().statusCode(204);
    }

    /** What was unreferenced just now was so two days ago. */
    private void age() {
        update("update media_files set unreferenced_at = now() - interval '2 days' where hash = ?", hash);
    }

    private void sweep() {
        update("update scheduled_tasks set execution_time = now() where task_name = 'sweep-media' and ? <> ''", hash);
        SOON.until(() -> count("""
                        select count(*) from scheduled_tasks
                        where task_name = 'sweep-media' and not picked and execution_time > now() + interval '30 minutes'""") == 1);
    }

    /** Runs the step as its schedule would after a crash. */
    private void render() {
        update("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'make-renditions', f.id || ':again', now(), false, 1 from media_files f where f.hash = ?""", hash);
    }

    private String status() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select status from media_files where hash = ?")) {
            statement.setString(1, hash);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long rendering() {
        return count("select count(*) from scheduled_tasks where task_name = 'make-renditions'");
    }

    private long waiting() {
        return count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
    }

    private long count(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void update(String sql, String... parameters) {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql, parameters);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
