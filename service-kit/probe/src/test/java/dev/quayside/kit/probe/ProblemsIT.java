package dev.quayside.kit.probe;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.quayside.kit.testing.Tokens;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@KitTest
class ProblemsIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                        | 400 | malformed_request",
                "[]                                                       | 400 | malformed_request",
                "{\"lines\": [], \"other\": 1}                            | 400 | malformed_request",
                "{\"lines\": []} {}                                       | 400 | malformed_request",
                "{\"lines\": [], \"lines\": []}                           | 400 | malformed_request",
                "{\"lines\": [{\"sku\": \"a\", \"quantity\": \"2\"}]}     | 400 | malformed_request",
                "{\"lines\": [{\"sku\": \"a\", \"quantity\": 1.5}]}       | 400 | malformed_request",
                "{\"lines\": [{\"sku\": \"a\", \"quantity\": 1.0}]}       | 400 | malformed_request",
                "{\"lines\": [{\"sku\": 7, \"quantity\": 1}]}             | 400 | malformed_request",
                "{\"lines\": [{\"sku\": \"a\", \"quantity\": 99999999999999999999}]} | 400 | malformed_request",
                "{\"lines\": [], \"total\": {\"amount\": 1}} | 400 | malformed_request",
                "{\"lines\": [], \"total\": {\"amount\": 1, \"currency\": null}} | 400 | malformed_request",
                "{\"lines\": [], \"total\": {\"amount\": 1, \"currency\": \"XXX\"}}  | 400 | malformed_request",
                "{\"lines\": [{\"sku\": \"a\"}]}                          | 400 | malformed_request",
                "{\"lines\": [{\"sku\": \"a\", \"quantity\": 0}]}         | 422 | validation_failed",
                "{\"lines\": [{\"sku\": \" \", \"quantity\": 1}]}         | 422 | validation_failed",
                "{\"lines\": [{\"sku\": \"a\\u0000b\", \"quantity\": 1}]}  | 400 | malformed_request",
                "{\"lines\": [{\"sku\": \"\\ud800\", \"quantity\": 1}]}    | 400 | malformed_request",
                "{}                                                       | 422 | validation_failed",
                "null                                                     | 422 | validation_failed",
            })
    void badBodyGetsAProblem(String body, int status, String code) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/probe")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("detail", not(containsString("dev.quayside")));
    }

    @Test
    void invalidFieldIsNamedByItsPath() {
        given().contentType(ContentType.JSON)
                .body("{\"lines\": [{\"sku\": \"a\", \"quantity\": 0}]}")
                .post("/v1/probe")
                .then()
                .body("errors[0].field", equalTo("lines[0].quantity"))
                .body("errors[0].code", equalTo("min"));
    }

    @Test
    void faultShowsNothingOfItself() {
        given().get("/v1/probe/fault")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal_error"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void unknownPathMethodAndMediaTypeAreProblems() {
        given().get("/v1/nowhere").then().statusCode(404).body("code", equalTo("not_found"));
        given().delete("/v1/probe").then().statusCode(405).body("code", equalTo("method_not_allowed"));
        given().contentType(ContentType.TEXT)
                .body("a")
                .post("/v1/probe")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
    }

    @Test
    void requestIdIsTakenWhenWellFormedElseMade() {
        given().header("X-Request-Id", "abc-12345")
                .get("/v1/nowhere")
                .then()
                .header("X-Request-Id", "abc-12345")
                .body("requestId", equalTo("abc-12345"));
        given().header("X-Request-Id", "a b\u0001")
                .get("/v1/nowhere")
                .then()
                .header("X-Request-Id", not(equalTo("a b\u0001")));
    }

    @Test
    void tokensAreTakenOnlyWhereTheyAreMeant() {
        call("/v1/probe/scoped", Tokens.staff("probe:read"), 200);
        call("/internal/v1/probe", Tokens.service("probe:read"), 200);
        call("/v1/probe/scoped", Tokens.service("probe:read"), 401);
        call("/internal/v1/probe", Tokens.staff("probe:read"), 401);
        call("/v1/probe/scoped", Tokens.expired(UUID.randomUUID()), 401);
        call("/v1/probe/scoped", "e30.e30.", 401);
        given().get("/v1/probe/scoped").then().statusCode(401).body("code", equalTo("unauthenticated"));
        given().auth()
                .oauth2(Tokens.staff("other:read"))
                .get("/v1/probe/scoped")
                .then()
                .statusCode(403)
                .body("detail", containsString("probe:read"));
    }

    private static void call(String path, String token, int status) {
        given().auth().oauth2(token).get(path).then().statusCode(status);
    }
}
