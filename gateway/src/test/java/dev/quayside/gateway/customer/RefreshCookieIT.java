package dev.quayside.gateway.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that keeps its refresh token where no script of the page can read it. */
@GatewayTest
class RefreshCookieIT {
    private static final String REFRESH = "__Secure-quayside-refresh";
    private static final String DEVICE = "__Secure-quayside-device";
    private static final String PASSWORD = "correct horse battery";

    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    void aClientThatAsksGetsItsTokenInACookieAndNotInTheBody() {
        Response answer = register();
        answer.then()
                .statusCode(201)
                .body("data.accessToken", notNullValue())
                .body("data.customer.email", equalTo(email));
        assertThat(answer.<Map<String, Object>>path("data")).doesNotContainKey("refreshToken");
        List<String> cookies = answer.headers().getValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(attributes(cookie))
                        .contains("Path=/v1/auth", "HttpOnly", "Secure", "SameSite=Strict")
                        .noneMatch(attribute -> attribute.startsWith("Domain")));
        assertThat(attributes(cookies.get(0))).contains("Max-Age=2592000");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theCookieIsRefreshedAndEnded() {
        String first = cookie(register(), REFRESH);
        Response refreshed = post("refresh", first, GatewayResource.ORIGIN);
        refreshed.then().statusCode(200).body("data.refreshToken", nullValue());
        String second = cookie(refreshed, REFRESH);
        assertThat(second).isNotEqualTo(first);
        Response out = post("logout", second, GatewayResource.ORIGIN);
        out.then().statusCode(204);
        assertThat(cookie(out, REFRESH)).isEmpty();
        assertThat(attributes(out.header("Set-Cookie"))).contains("Max-Age=0", "Path=/v1/auth", "Secure");
        Response over = post("refresh", second, GatewayResource.ORIGIN);
        over.then().statusCode(401).body("code", equalTo("invalid_refresh_token"));
        assertThat(over.headers().getValues("Set-Cookie")).hasSize(1);
        assertThat(cookie(over, REFRESH)).as("a dead cookie is taken away").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "null",
                "https://shop.example.com.evil.org",
                "http://shop.example.com"
            })
    void aPageElsewhereCanNeitherRefreshNorEndNorBegin(String origin) {
        String token = cookie(register(), REFRESH);
        for (String action : List.of("refresh", "logout")) {
            post(action, token, origin).then().statusCode(403).body("code", equalTo("origin_not_allowed"));
        }
        sent(origin, "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"refresh\":\"cookie\"}")
                .post("/v1/auth/login")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
        post("refresh", token, GatewayResource.ORIGIN).then().statusCode(200);
    }

    @Test
    void aCookieWithoutAnOriginIsNotTaken() {
        String token = cookie(register(), REFRESH);
        given().contentType("application/json")
                .cookie(REFRESH, token)
                .body("{}")
                .post("/v1/auth/refresh")
                .then()
                .statusCode(403)
                .body("code", equalTo("origin_not_allowed"));
    }

    @Test
    void theGatewaysOwnPagesMayUseTheCookie() {
        String token = cookie(register(), REFRESH);
        post("refresh", token, RestAssured.baseURI + ":" + RestAssured.port)
                .then()
                .statusCode(200);
    }

    @Test
    void ofTwoCookiesOfOneNameNeitherIsTaken() {
        String token = cookie(register(), REFRESH);
        sent(GatewayResource.ORIGIN, "{}")
                .header("Cookie", REFRESH + "=planted; " + REFRESH + "=" + token)
                .post("/v1/auth/refresh")
                .then()
                .statusCode(422);
    }

    @Test
    void aTokenInTheBodyNeedsNoOriginAndComesBackInTheBody() {
        register();
        String token = given().contentType("application/json")
                .body("{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"refresh\":\"body\"}")
                .post("/v1/auth/login")
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .extract()
                .path("data.refreshToken");
        given().contentType("application/json")
                .cookie(REFRESH, "another")
                .body("{\"refreshToken\":\"" + token + "\"}")
                .post("/v1/auth/refresh")
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .body("data.refreshToken", notNullValue());
    }

    @Test
    void aBrowserIsGivenItsDeviceOnceAndKeepsIt() {
        String device = cookie(register(), DEVICE);
        assertThat(device).hasSizeGreaterThanOrEqualTo(22);
        Response again = sent(
                        GatewayResource.ORIGIN,
                        "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"refresh\":\"cookie\"}")
                .cookie(DEVICE, device)
                .post("/v1/auth/login");
        again.then().statusCode(200);
        assertThat(again.headers().getValues("Set-Cookie"))
                .hasSize(1)
                .allMatch(cookie -> cookie.startsWith(REFRESH + "="));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"jar\" | 422",
                "\"\" | 422",
                "1 | 400",
                "true | 400",
                "[] | 400",
            })
    void whereTheTokenGoesIsSaidClearly(String refresh, int status) {
        sent(
                        GatewayResource.ORIGIN,
                        "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"refresh\":" + refresh + "}")
                .post("/v1/auth/login")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    private Response register() {
        return sent(
                        GatewayResource.ORIGIN,
                        "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD
                                + "\",\"name\":\"Ada\",\"refresh\":\"cookie\"}")
                .post("/v1/auth/register");
    }

    private static Response post(String action, String token, String origin) {
        return sent(origin, "{}").cookie(REFRESH, token).post("/v1/auth/" + action);
    }

    private static RequestSpecification sent(String origin, String body) {
        return given().contentType("application/json").header("Origin", origin).body(body);
    }

    private static String cookie(Response answer, String name) {
        return answer.headers().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> attributes(String cookie) {
        return Arrays.stream(cookie.split(";", -1)).map(String::trim).toList();
    }
}
