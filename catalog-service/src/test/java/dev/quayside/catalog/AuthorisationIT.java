package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.quayside.kit.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@CatalogTest
class AuthorisationIT {
    private static final String ID = "01900000-0000-7000-8000-000000000000";
    private static final String[] SCOPES = {
        "catalog:read",
        "catalog:write",
        "stock:read",
        "stock:write",
        "stock:hold",
        "audit:read",
        "reviews:read",
        "reviews:write",
        "people:write"
    };

    static Stream<Arguments> guarded() {
        return Stream.of(
                Arguments.of("GET", "/v1/admin/products", "catalog:read"),
                Arguments.of("POST", "/v1/admin/products", "catalog:write"),
                Arguments.of("GET", "/v1/admin/products/" + ID, "catalog:read"),
                Arguments.of("PATCH", "/v1/admin/products/" + ID, "catalog:write"),
                Arguments.of("DELETE", "/v1/admin/products/" + ID, "catalog:write"),
                Arguments.of("PUT", "/v1/admin/products/by-key/none", "catalog:write"),
                Arguments.of("POST", "/v1/admin/products:bulk", "catalog:write"),
                Arguments.of("GET", "/v1/admin/imports", "catalog:read"),
                Arguments.of("POST", "/v1/admin/imports", "catalog:write"),
                Arguments.of("GET", "/v1/admin/imports/" + ID, "catalog:read"),
                Arguments.of("GET", "/v1/admin/imports/" + ID + "/errors", "catalog:read"),
                Arguments.of("GET", "/v1/admin/imports/" + ID + "/changes", "catalog:read"),
                Arguments.of("POST", "/v1/admin/imports/" + ID + "/pause", "catalog:write"),
                Arguments.of("POST", "/v1/admin/imports/" + ID + "/resume", "catalog:write"),
                Arguments.of("POST", "/v1/admin/imports/" + ID + "/cancel", "catalog:write"),
                Arguments.of("GET", "/v1/admin/product-edits", "catalog:read"),
                Arguments.of("POST", "/v1/admin/product-edits", "catalog:write"),
                Arguments.of("GET", "/v1/admin/product-edits/" + ID, "catalog:read"),
                Arguments.of("GET", "/v1/admin/product-edits/" + ID + "/results", "catalog:read"),
                Arguments.of("POST", "/v1/admin/product-edits/" + ID + "/pause", "catalog:write"),
                Arguments.of("POST", "/v1/admin/product-edits/" + ID + "/resume", "catalog:write"),
                Arguments.of("POST", "/v1/admin/product-edits/" + ID + "/cancel", "catalog:write"),
                Arguments.of("GET", "/v1/admin/exports", "catalog:read"),
                Arguments.of("GET", "/v1/admin/deleted-products", "catalog:read"),
                Arguments.of("POST", "/v1/admin/deleted-products/" + ID + "/restore", "catalog:write"),
                Arguments.of("GET", "/v1/admin/media", "catalog:read"),
                Arguments.of("POST", "/v1/admin/media", "catalog:write"),
                Arguments.of("PUT", "/v1/admin/media/order", "catalog:write"),
                Arguments.of("GET", "/v1/admin/media/" + ID, "catalog:read"),
                Arguments.of("PATCH", "/v1/admin/media/" + ID, "catalog:write"),
                Arguments.of("DELETE", "/v1/admin/media/" + ID, "catalog:write"),
                Arguments.of("GET", "/v1/admin/categories", "catalog:read"),
                Arguments.of("POST", "/v1/admin/categories", "catalog:write"),
                Arguments.of("GET", "/v1/admin/categories/" + ID, "catalog:read"),
                Arguments.of("PATCH", "/v1/admin/categories/" + ID, "catalog:write"),
                Arguments.of("DELETE", "/v1/admin/categories/" + ID, "catalog:write"),
                Arguments.of("PUT", "/v1/admin/categories/" + ID + "/children", "catalog:write"),
                Arguments.of("GET", "/v1/admin/collections", "catalog:read"),
                Arguments.of("POST", "/v1/admin/collections", "catalog:write"),
                Arguments.of("GET", "/v1/admin/collections/" + ID, "catalog:read"),
                Arguments.of("PATCH", "/v1/admin/collections/" + ID, "catalog:write"),
                Arguments.of("DELETE", "/v1/admin/collections/" + ID, "catalog:write"),
                Arguments.of("GET", "/v1/admin/search/synonyms", "catalog:read"),
                Arguments.of("POST", "/v1/admin/search/synonyms", "catalog:write"),
                Arguments.of("GET", "/v1/admin/search/synonyms/" + ID, "catalog:read"),
                Arguments.of("PUT", "/v1/admin/search/synonyms/" + ID, "catalog:write"),
                Arguments.of("DELETE", "/v1/admin/search/synonyms/" + ID, "catalog:write"),
                Arguments.of("GET", "/v1/admin/search/stop-words", "catalog:read"),
                Arguments.of("PUT", "/v1/admin/search/stop-words", "catalog:write"),
                Arguments.of("GET", "/v1/admin/search/popular-queries", "catalog:read"),
                Arguments.of("GET", "/v1/admin/search/blocked-queries", "catalog:read"),
                Arguments.of("PUT", "/v1/admin/search/blocked-queries", "catalog:write"),
                Arguments.of("GET", "/v1/admin/stock/none", "stock:read"),
                Arguments.of("GET", "/v1/admin/stock/none/movements", "stock:read"),
                Arguments.of("POST", "/v1/admin/stock/none/adjust", "stock:write"),
                Arguments.of("PUT", "/v1/admin/stock/none", "stock:write"),
                Arguments.of("GET", "/v1/admin/stock-locations", "stock:read"),
                Arguments.of("POST", "/v1/admin/stock-locations", "stock:write"),
                Arguments.of("GET", "/v1/admin/stock-locations/" + ID, "stock:read"),
                Arguments.of("PATCH", "/v1/admin/stock-locations/" + ID, "stock:write"),
                Arguments.of("DELETE", "/v1/admin/stock-locations/" + ID, "stock:write"),
                Arguments.of("GET", "/v1/admin/stock-transfers", "stock:read"),
                Arguments.of("POST", "/v1/admin/stock-transfers", "stock:write"),
                Arguments.of("GET", "/v1/admin/stock-transfers/" + ID, "stock:read"),
                Arguments.of("GET", "/v1/admin/stock-allocations/" + ID, "stock:read"),
                Arguments.of("GET", "/v1/admin/stock-alerts", "stock:read"),
                Arguments.of("GET", "/v1/admin/stock-alerts/" + ID, "stock:read"),
                Arguments.of("POST", "/v1/admin/stock-alerts/" + ID + "/acknowledge", "stock:write"),
                Arguments.of("GET", "/v1/admin/stock-alert-events", "stock:read"),
                Arguments.of("GET", "/v1/admin/stock-takes", "stock:read"),
                Arguments.of("POST", "/v1/admin/stock-takes", "stock:write"),
                Arguments.of("GET", "/v1/admin/stock-takes/" + ID, "stock:read"),
                Arguments.of("GET", "/v1/admin/stock-takes/" + ID + "/errors", "stock:read"),
                Arguments.of("GET", "/v1/admin/stock-takes/" + ID + "/changes", "stock:read"),
                Arguments.of("POST", "/v1/admin/stock-takes/" + ID + "/pause", "stock:write"),
                Arguments.of("POST", "/v1/admin/stock-takes/" + ID + "/resume", "stock:write"),
                Arguments.of("POST", "/v1/admin/stock-takes/" + ID + "/cancel", "stock:write"),
                Arguments.of("GET", "/v1/admin/reviews", "reviews:read"),
                Arguments.of("GET", "/v1/admin/reviews/" + ID, "reviews:read"),
                Arguments.of("DELETE", "/v1/admin/reviews/" + ID, "reviews:write"),
                Arguments.of("POST", "/v1/admin/reviews/" + ID + "/approve", "reviews:write"),
                Arguments.of("POST", "/v1/admin/reviews/" + ID + "/reject", "reviews:write"),
                Arguments.of("PUT", "/v1/admin/reviews/" + ID + "/answer", "reviews:write"),
                Arguments.of("DELETE", "/v1/admin/reviews/" + ID + "/answer", "reviews:write"),
                Arguments.of("POST", "/internal/v1/people/" + ID + "/erasure", "people:write"),
                Arguments.of("GET", "/internal/v1/people/" + ID + "/export", "people:write"),
                Arguments.of("GET", "/internal/v1/people/" + ID + "/votes", "people:write"),
                Arguments.of("POST", "/internal/v1/quotes", "stock:hold"),
                Arguments.of("PUT", "/internal/v1/reservations/" + ID, "stock:hold"),
                Arguments.of("POST", "/internal/v1/reservations/" + ID + "/commit", "stock:hold"),
                Arguments.of("POST", "/internal/v1/reservations/" + ID + "/release", "stock:hold"),
                Arguments.of("POST", "/internal/v1/reservations/" + ID + "/return", "stock:hold"),
                Arguments.of("PUT", "/internal/v1/reservations/" + ID + "/returns/" + ID, "stock:hold"),
                Arguments.of("GET", "/internal/v1/audit/reservations", "audit:read"),
                Arguments.of("GET", "/internal/v1/audit/invariants", "audit:read"));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void endpointTakesItsOwnScopeOnItsOwnSideAlone(String method, String path, String scope) {
        boolean internal = path.startsWith("/internal/");
        String[] others =
                Stream.of(SCOPES).filter(other -> !other.equals(scope)).toArray(String[]::new);
        assertThat(status(method, path, null)).isEqualTo(401);
        assertThat(status(method, path, "nonsense")).isEqualTo(401);
        assertThat(status(method, path, Tokens.expired(UUID.randomUUID()))).isEqualTo(401);
        assertThat(status(method, path, Tokens.customer(UUID.randomUUID()))).isEqualTo(internal ? 401 : 403);
        assertThat(status(method, path, Tokens.staff(others))).isEqualTo(internal ? 401 : 403);
        assertThat(status(method, path, Tokens.service(others))).isEqualTo(internal ? 403 : 401);
        assertThat(status(method, path, Tokens.staff(scope))).satisfies(internal ? this::unknown : this::allowed);
        assertThat(status(method, path, Tokens.service(scope))).satisfies(internal ? this::allowed : this::unknown);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void refusalNamesTheScope(String method, String path, String scope) {
        String token = path.startsWith("/internal/") ? Tokens.service() : Tokens.staff();
        call(method, path, token).then().statusCode(403).body("detail", containsString(scope));
    }

    @ParameterizedTest
    @MethodSource("open")
    void shoppersNeedNoToken(String path) {
        for (String token :
                new String[] {null, Tokens.customer(UUID.randomUUID()), Tokens.staff(), Tokens.service("stock:hold")}) {
            assertThat(status("GET", path, token)).isIn(200, 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/products/none/reviews/mine",
        "PUT, /v1/products/none/reviews/mine",
        "DELETE, /v1/products/none/reviews/mine",
        "GET, /v1/reviews",
        "PUT, /v1/reviews/" + ID + "/helpful",
        "DELETE, /v1/reviews/" + ID + "/helpful",
    })
    void customersAloneReview(String method, String path) {
        assertThat(status(method, path, null)).isEqualTo(401);
        assertThat(status(method, path, Tokens.expired(UUID.randomUUID()))).isEqualTo(401);
        assertThat(status(method, path, Tokens.service(SCOPES))).isEqualTo(401);
        assertThat(status(method, path, Tokens.staff(SCOPES))).isEqualTo(403);
        assertThat(status(method, path, Tokens.customer(UUID.randomUUID()))).isIn(200, 404, 422);
    }

    static Stream<String> open() {
        return Stream.of(
                "/v1/products",
                "/v1/products/none",
                "/v1/products/none/reviews",
                "/v1/categories",
                "/v1/categories/none",
                "/v1/collections",
                "/v1/collections/none",
                "/v1/search/suggest?q=mug",
                "/v1/media/" + "0".repeat(64) + "/320.webp");
    }

    private void unknown(int status) {
        assertThat(status).isEqualTo(401);
    }

    private void allowed(int status) {
        assertThat(status).isNotIn(401, 403).isLessThan(500);
    }

    private static int status(String method, String path, @Nullable String token) {
        return call(method, path, token).statusCode();
    }

    private static Response call(String method, String path, @Nullable String token) {
        RequestSpecification kind =
                method.equals("POST") && path.endsWith("/media") ? given().multiPart("file", "x", new byte[1]) : json();
        RequestSpecification request = token == null ? kind : kind.auth().oauth2(token);
        return (method.startsWith("P") && !path.endsWith("/media") ? request.body("{}") : request)
                .request(method, path);
    }
}
