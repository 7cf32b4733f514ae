package dev.quayside.gateway.docs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Services;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.specification.RequestSpecification;
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
    void thePageAndAllThatItLoadsComeFromHere() {
        ExtractableResponse<?> page = given().get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract();
        assertThat(page.headers().getValues("Content-Security-Policy")).hasSize(1);
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
        for (WireMockServer service : List.of(Services.catalog(), Services.order(), Services.payment())) {
            service.stubFor(any(anyUrl()).willReturn(ok()));
        }
        Map<String, Object> paths = new JsonPath(given().get("/openapi.json").asString()).getMap("paths");
        List<String> lost = paths.keySet().stream()
                .map(path -> path.replaceAll("\\{[^}]*}", "x"))
                .filter(path -> asWritten().post(path).statusCode() == 404
                        && asWritten().get(path).statusCode() == 404)
                .toList();
        assertThat(lost).isEmpty();
    }

    /** A colon in a path is sent as a colon. */
    private static RequestSpecification asWritten() {
        return given().urlEncodingEnabled(false);
    }
}
