package dev.quayside.kit.probe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Together;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@KitTest
class IdempotencyIT {

    @Test
    void twentyAtOnceWithOneKeyRunOnce() {
        int before = ProbeResource.RUNS.get();
        String key = UUID.randomUUID().toString();
        assertThat(Together.times(20, () -> post(key, 1))).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.path("run").toString()).isEqualTo(String.valueOf(before + 1));
        });
        assertThat(ProbeResource.RUNS.get()).isEqualTo(before + 1);
    }

    @Test
    void repeatIsMarkedAndAnotherBodyRefused() {
        String key = UUID.randomUUID().toString();
        post(key, 1).then().statusCode(201).header("Idempotent-Replayed", (String) null);
        post(key, 1).then().statusCode(201).header("Idempotent-Replayed", "true");
        post(key, 2).then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
    }

    @Test
    void finalProblemIsKeptToo() {
        String key = UUID.randomUUID().toString();
        post(key, 101).then().statusCode(422).header("Idempotent-Replayed", (String) null);
        post(key, 101)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .header("Idempotent-Replayed", "true")
                .body("errors[0].field", equalTo("quantity"));
    }

    @Test
    void keyIsNeededAndAStrangersIsAUuid() {
        post("short", 1).then().statusCode(400).body("code", equalTo("invalid_parameter"));
        given().contentType(ContentType.JSON)
                .body("{\"sku\": \"a\", \"quantity\": 1}")
                .post("/v1/probe/once")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_required"));
    }

    private static Response post(String key, int quantity) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"sku\": \"a\", \"quantity\": " + quantity + "}")
                .post("/v1/probe/once");
    }
}
