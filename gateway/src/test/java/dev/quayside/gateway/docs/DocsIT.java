package dev.quayside.gateway.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.quayside.gateway.testing.GatewayTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@GatewayTest
class DocsIT {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @Test
    void theDescriptionIsServedAsJson() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", containsString("3.1"))
                .body("paths.'/v1/carts'.post.operationId", equalTo("createCart"));
    }

    @Test
    void thePageAndAllThatItLoadsComesFromHere() {
        ExtractableResponse<?> page = given().get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract();
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        Matcher links = LINK.matcher(page.asString());
        int found = 0;
        for (; links.find(); found++) {
            assertThat(links.group(1)).startsWith("/docs/");
            given().get(links.group(1)).then().statusCode(200);
        }
        assertThat(found).isEqualTo(4);
        given().get("/docs/start.js")
                .then()
                .body(containsString("/openapi.json"))
                .body(not(containsString("http")));
    }

    @Test
    void nothingElseIsServed() {
        given().get("/docs/index.html").then().statusCode(404);
        given().get("/docs/swagger-initializer.js").then().statusCode(404);
        given().get("/webjars/swagger-ui/index.html").then().statusCode(404);
    }

    /** A service's routes and the description must not drift apart: each path of the description leads somewhere. */
    @Test
    void everyDescribedPathIsInTheRouteTable() {
        Map<String, Object> paths = new JsonPath(given().get("/openapi.json").asString()).getMap("paths");
        List<String> lost = paths.keySet().stream()
                .map(path -> path.replaceAll("\\{[^}]*}", "x"))
                .filter(path -> given().post(path).statusCode() == 404
                        && given().get(path).statusCode() == 404)
                .toList();
        assertThat(lost).isEmpty();
    }
}
