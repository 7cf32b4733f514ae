package dev.quayside.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.payment.testing.PaymentServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint against everybody who might call it. */
@PaymentServiceTest
class AuthorisationIT {
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final Map<String, String> CALLERS = new LinkedHashMap<>();

    static {
        CALLERS.put("customer", Tokens.customer(CUSTOMER));
        CALLERS.put("expired", Tokens.expired(CUSTOMER));
        CALLERS.put("staff", Tokens.staff("payments:write", "audit:read"));
        CALLERS.put("reader", Tokens.staff("payments:read"));
        CALLERS.put("repairer", Tokens.staff("payments:repair"));
        CALLERS.put("orders", Tokens.service("payments:write", "audit:read", "payments:read"));
        CALLERS.put("service", Tokens.service("sales:read"));
        CALLERS.put("forged", Tokens.customer(CUSTOMER) + "x");
    }

    @ParameterizedTest
    @CsvSource({
        // method, path, anonymous, customer, expired, staff, reader, repairer, orders, service, forged
        "PUT,    /internal/v1/payments/{id},              401, 401, 401, 401, 401, 401, 422, 403, 401",
        "GET,    /internal/v1/payments/{id},              401, 401, 401, 401, 401, 401, 404, 403, 401",
        "POST,   /internal/v1/payments/{id}/cancel,       401, 401, 401, 401, 401, 401, 200, 403, 401",
        "PUT,    /internal/v1/payments/{id}/capture,      401, 401, 401, 401, 401, 401, 400, 403, 401",
        "PUT,    /internal/v1/payments/{id}/refunds/{id}, 401, 401, 401, 401, 401, 401, 400, 403, 401",
        "GET,    /internal/v1/audit/payments,             401, 401, 401, 401, 401, 401, 200, 403, 401",
        "GET,    /internal/v1/audit/invariants,           401, 401, 401, 401, 401, 401, 200, 403, 401",
        "GET,    /v1/admin/payments/{id},                 401, 403, 401, 403, 404, 403, 401, 401, 401",
        "GET,    /v1/admin/disputes,                      401, 403, 401, 403, 200, 403, 401, 401, 401",
        "GET,    /v1/admin/disputes/{id},                 401, 403, 401, 403, 404, 403, 401, 401, 401",
        "GET,    /v1/admin/stripe-events,                 401, 403, 401, 403, 200, 403, 401, 401, 401",
        "GET,    /v1/admin/stripe-events/{id},            401, 403, 401, 403, 404, 403, 401, 401, 401",
        "POST,   /v1/admin/stripe-events/{id}/replay,     401, 403, 401, 403, 403, 404, 401, 401, 401",
        "POST,   /v1/payment-methods/setups,              401, 400, 401, 403, 403, 403, 401, 401, 401",
        "GET,    /v1/payment-methods,                     401, 200, 401, 403, 403, 403, 401, 401, 401",
        "GET,    /v1/payment-methods/{id},                401, 404, 401, 403, 403, 403, 401, 401, 401",
        "PUT,    /v1/payment-methods/{id}/default,        401, 404, 401, 403, 403, 403, 401, 401, 401",
        "DELETE, /v1/payment-methods/{id},                401, 404, 401, 403, 403, 403, 401, 401, 401",
        "GET,    /internal/v1/payment-methods/{id}/{id},  401, 401, 401, 401, 401, 401, 404, 403, 401",
        "GET,    /internal/v1/people/{id}/export,         401, 401, 401, 401, 401, 401, 403, 403, 401",
        "POST,   /internal/v1/people/{id}/erasure,        401, 401, 401, 401, 401, 401, 403, 403, 401",
        "POST,   /v1/admin/reconciliation,                401, 403, 401, 403, 403, 400, 401, 401, 401",
        "GET,    /v1/admin/reconciliation,                401, 403, 401, 403, 200, 403, 401, 401, 401",
        "GET,    /v1/admin/reconciliation/{id},           401, 403, 401, 403, 404, 403, 401, 401, 401",
        "GET,    /v1/admin/reconciliation/{id}/mismatches, 401, 403, 401, 403, 404, 403, 401, 401, 401",
        "GET,    /v1/admin/mismatches/{id}, 401, 403, 401, 403, 404, 403, 401, 401, 401",
        "POST,   /v1/admin/mismatches/{id}/repair, 401, 403, 401, 403, 403, 404, 401, 401, 401",
        "POST,   /v1/webhooks/stripe,                     400, 400, 400, 400, 400, 400, 400, 400, 400",
    })
    void everyEndpointKnowsItsCallers(
            String method,
            String path,
            int anonymous,
            int customer,
            int expired,
            int staff,
            int reader,
            int repairer,
            int orders,
            int service,
            int forged) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("anonymous", anonymous);
        wanted.put("customer", customer);
        wanted.put("expired", expired);
        wanted.put("staff", staff);
        wanted.put("reader", reader);
        wanted.put("repairer", repairer);
        wanted.put("orders", orders);
        wanted.put("service", service);
        wanted.put("forged", forged);
        Map<String, Integer> seen = new LinkedHashMap<>();
        wanted.keySet()
                .forEach(caller -> seen.put(caller, call(caller, method, path).statusCode()));
        assertThat(seen).isEqualTo(wanted);
    }

    @Test
    void aMissingScopeIsNamed() {
        Response answer = call("service", "GET", "/internal/v1/payments/{id}");
        assertThat(answer.<String>path("code")).isEqualTo("forbidden");
        assertThat(answer.<String>path("detail")).contains("payments:write");
    }

    private static Response call(String caller, String method, String path) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        String token = CALLERS.get(caller);
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (!method.equals("GET")) {
            request.body("{}");
        }
        return request.request(method, path.replace("{id}", UUID.randomUUID().toString()));
    }
}
