package dev.quayside.kit.probe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@KitTest
class OldKeysIT {
    @Inject
    DataSource database;

    @Test
    void keyIsForgottenAfterThreeDaysAndNotBefore() throws SQLException {
        String old = used();
        String recent = used();
        update("update idempotency_keys set created_at = now() - interval '73 hours' where key = ?", old);
        update("update idempotency_keys set created_at = now() - interval '71 hours' where key = ?", recent);

        update("update scheduled_tasks set execution_time = now() where task_name = ?", "forget-old-keys");

        await().atMost(Duration.ofSeconds(10)).until(() -> count(old) == 0);
        assertThat(count(recent)).isEqualTo(1);
    }

    private static String used() {
        String key = UUID.randomUUID().toString();
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"sku\": \"a\", \"quantity\": 1}")
                .post("/v1/probe/once")
                .then()
                .statusCode(201);
        return key;
    }

    private void update(String sql, String parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private int count(String key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from idempotency_keys where key = ?")) {
            statement.setString(1, key);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
