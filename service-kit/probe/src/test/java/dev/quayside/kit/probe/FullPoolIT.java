package dev.quayside.kit.probe;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@KitTest
class FullPoolIT {
    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int size;

    @Test
    void callerIsToldToComeBackAndThenServed() throws SQLException {
        String key = UUID.randomUUID().toString();
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < size) {
                taken.add(database.getConnection());
            }
            post(key)
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "2")
                    .body("code", equalTo("busy"));
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
        post(key).statusCode(201);
    }

    private static ValidatableResponse post(String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"sku\": \"a\", \"quantity\": 1}")
                .post("/v1/probe/once")
                .then();
    }
}
