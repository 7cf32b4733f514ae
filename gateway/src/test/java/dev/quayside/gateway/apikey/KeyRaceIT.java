package dev.quayside.gateway.apikey;

import static dev.quayside.gateway.apikey.Keys.get;
import static dev.quayside.gateway.apikey.Keys.make;
import static dev.quayside.gateway.apikey.Keys.post;
import static dev.quayside.gateway.apikey.Keys.revoke;
import static dev.quayside.gateway.apikey.Keys.rotate;
import static dev.quayside.gateway.apikey.Keys.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.kit.testing.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@GatewayTest
class KeyRaceIT {
    private static final int AT_ONCE = 8;

    @Inject
    KeyStore store;

    @Inject
    DataSource database;

    /** The revocation begins while the use has not been committed: it comes after it, or waits for it, and stays either way. */
    @Test
    void aUseThatCrossesARevocationDoesNotUndoIt() throws Exception {
        Keys.Made key = make("catalog:read");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> revoked = QuarkusTransaction.requiringNew().call(() -> {
                assertThat(store.use(KeyText.hash(key.secret()), "127.0.0.1")).isPresent();
                Future<?> running = other.submit(() -> revoke(key).then().statusCode(204));
                waitAWhileFor(running);
                return running;
            });
            revoked.get();
        } finally {
            other.shutdownNow();
        }
        get(key).then().body("data.status", equalTo("revoked"));
    }

    @Test
    void rotationsAtOnceComeOneAfterAnotherAndEachSecretIsGood() {
        Keys.Made key = make("catalog:read");
        List<String> secrets = Together.times(AT_ONCE, () -> rotate(key, 600).path("data.key"));
        assertThat(secrets).doesNotContainNull().doesNotHaveDuplicates();
        for (String secret : secrets) {
            assertThat(store.use(KeyText.hash(secret), "127.0.0.1")).isPresent();
        }
        assertThat(Database.one(
                        database,
                        "select count(*) from api_key_secrets where key_id = ? and valid_until is null",
                        UUID.fromString(key.id())))
                .isEqualTo("1");
    }

    @Test
    void ofManyKeysWithOneNameAtOnceOneIsMade() {
        Map<String, Object> wanted = terms("catalog:read");
        assertThat(Together.times(AT_ONCE, () -> post(Keys.admin(), wanted).statusCode()))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    private static void waitAWhileFor(Future<?> running) throws Exception {
        try {
            running.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            assertThat(running.isDone()).isFalse();
        }
    }
}
