package dev.quayside.order.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Shopper;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint against everybody who might call it. {@code own} is what the owner gets, and the order token on orders. */
@OrderServiceTest
class AuthorisationIT {
    private static @Nullable PlacedOrder read;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // method | path | anonymous | owner | other | order token | wrong token | no scope | scope | staff with
                // it | service
                "POST | /v1/carts | 201 | 201 | 201 | 201 | 201 | 201 | orders:read | 201 | 401",
                "GET | /v1/carts/{cart} | 404 | 200 | 404 | 404 | 404 | 404 | orders:read | 404 | 401",
                "PUT | /v1/carts/{cart}/items/{sku} | 404 | 409 | 404 | 404 | 404 | 404 | orders:write | 404 | 401",
                "DELETE | /v1/carts/{cart}/items/{sku} | 404 | 409 | 404 | 404 | 404 | 404 | orders:write | 404 | 401",
                "POST | /v1/carts/{cart}/checkout | 404 | 201 | 404 | 404 | 404 | 404 | orders:write | 404 | 401",
                "GET | /v1/orders | 401 | 200 | 200 | 401 | 401 | 403 | orders:read | 403 | 401",
                "GET | /v1/orders/{order} | 404 | 200 | 404 | 200 | 404 | 404 | orders:read | 200 | 401",
                "GET | /v1/orders/{order}/payment | 404 | 200 | 404 | 200 | 404 | 404 | orders:read | 404 | 401",
                "POST | /v1/orders/{order}/cancel | 404 | 200 | 404 | 200 | 404 | 404 | orders:write | 404 | 401",
                "GET | /v1/admin/orders | 401 | 403 | 403 | 401 | 401 | 403 | orders:read | 200 | 401",
                "GET | /v1/admin/orders/{order} | 401 | 403 | 403 | 401 | 401 | 403 | orders:read | 200 | 401",
                "POST | /v1/admin/orders/{order}/cancel | 401 | 403 | 403 | 401 | 401 | 403 | orders:write | 200 | 401",
                "POST | /v1/admin/orders/{order}/refunds | 401 | 403 | 403 | 401 | 401 | 403 | refunds:write | 422 | 401",
                "POST | /v1/admin/orders/{order}/capture | 401 | 403 | 403 | 401 | 401 | 403 | payments:capture | 409 | 401",
                "GET | /v1/admin/orders/{order}/refunds | 401 | 403 | 403 | 401 | 401 | 403 | orders:read | 200 | 401",
                "GET | /v1/admin/orders/{order}/refunds/{order} | 401 | 403 | 403 | 401 | 401 | 403 | orders:read | 404 | 401",
                "GET | /v1/admin/audit | 401 | 403 | 403 | 401 | 401 | 403 | audit:read | 200 | 401",
                "PUT | /internal/v1/payment-events/{order} | 401 | 401 | 401 | 401 | 401 | 401 | payment-events:write | 401 | 204",
                "GET | /internal/v1/audit/orders | 401 | 401 | 401 | 401 | 401 | 401 | audit:read | 401 | 200",
                "PUT | /internal/v1/people/{order}/orders | 401 | 401 | 401 | 401 | 401 | 401 | people:write | 401 | 200",
                "GET | /internal/v1/people/{order}/erasure | 401 | 401 | 401 | 401 | 401 | 401 | people:write | 401 | 200",
                "POST | /internal/v1/people/{order}/erasure | 401 | 401 | 401 | 401 | 401 | 401 | people:write | 401 | 200",
                "GET | /internal/v1/people/{order}/export | 401 | 401 | 401 | 401 | 401 | 401 | people:write | 401 | 200",
                "POST | /internal/v1/purchases | 401 | 401 | 401 | 401 | 401 | 401 | sales:read | 401 | 422",
                "POST | /internal/v1/order-repairs/{order}/stock | 401 | 401 | 401 | 401 | 401 | 401 | orders:repair | 401 | 409",
            })
    void endpointAnswersEachCallerAsItShould(
            String method,
            String path,
            int anonymous,
            int own,
            int other,
            int orderToken,
            int wrongToken,
            int noScope,
            String scope,
            int withScope,
            int service) {
        PlacedOrder refused = order(method);
        call(method, path, anonymous, given(), refused);
        call(method, path, other, with(Tokens.customer(UUID.randomUUID())), refused);
        call(method, path, wrongToken, given().header("Order-Token", "x".repeat(43)), refused);
        call(method, path, noScope, with(Tokens.staff("catalog:read")), refused);
        call(method, path, 401, with(Tokens.expired(UUID.randomUUID())), refused);
        call(method, path, 401, with("not.a.token"), refused);
        call(method, path, service, with(Tokens.service(scope)), refused);
        call(method, path, withScope, with(Tokens.staff(scope)), refused);
        PlacedOrder order = forWhomAnswers(own, method, refused);
        call(
                method,
                path,
                own,
                with(Tokens.customer(Objects.requireNonNull(order.shopper().id()))),
                order);
        PlacedOrder another = forWhomAnswers(orderToken, method, refused);
        call(method, path, orderToken, given().header("Order-Token", another.token()), another);
    }

    private static void call(String method, String path, int expected, RequestSpecification caller, PlacedOrder order) {
        int status = caller.contentType(ContentType.JSON)
                .header("Idempotency-Key", Shopper.key())
                .body(body(method, path, order))
                .request(
                        method,
                        path.replace("{cart}", order.cart())
                                .replace("{sku}", order.sku())
                                .replace("{order}", order.id()))
                .statusCode();
        assertThat(status).as(method + " " + path).isEqualTo(expected);
    }

    private static Object body(String method, String path, PlacedOrder order) {
        if (path.endsWith("/checkout")) {
            return Shopper.checkoutBody(order.total());
        }
        if (path.equals("/v1/carts")) {
            return Map.of("currency", "EUR");
        }
        if (path.endsWith("/orders") && method.equals("PUT")) {
            return Map.of("email", "nobody@example.com");
        }
        if (path.contains("payment-events")) {
            return FakeShop.get().payments().event(order.id());
        }
        return method.equals("PUT") ? Map.of("quantity", 2) : Map.of();
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    /** Whom nothing is given may be refused about an order that others have used. */
    private static PlacedOrder forWhomAnswers(int status, String method, PlacedOrder used) {
        return status < 300 ? order(method) : used;
    }

    /** One for all that only read; one of its own for each that may change it. */
    private static PlacedOrder order(String method) {
        PlacedOrder shared = read;
        if (!method.equals("GET") || shared == null) {
            shared = PlacedOrder.by(Shopper.customer(), 1000, 1);
            read = method.equals("GET") ? shared : read;
        }
        return shared;
    }
}
