package dev.quayside.gateway.door;

import static dev.quayside.gateway.testing.TestTokens.customer;
import static dev.quayside.gateway.testing.TestTokens.service;
import static dev.quayside.gateway.testing.TestTokens.staff;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint of the gateway's own, and who gets what there. A customer whose account is gone gets a 404. */
@GatewayTest
class AuthorisationIT {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            value = {
                "request,                                  anonymous, customer, staff, service",
                "GET /v1/customers/me,                     401,       404,      403,   401",
                "POST /v1/auth/register,                   422,       422,      422,   422",
                "POST /v1/auth/login,                      422,       422,      422,   422",
                "POST /v1/auth/refresh,                    422,       422,      422,   422",
                "POST /v1/auth/logout,                     422,       422,      422,   422",
                "POST /oauth/token,                        400,       400,      400,   400",
                "GET /.well-known/jwks.json,               200,       200,      200,   200",
                "GET /.well-known/openid-configuration,    200,       200,      200,   200",
                "GET /openapi.json,                        200,       200,      200,   200",
                "GET /docs,                                200,       200,      200,   200",
                "GET /q/health/live,                       200,       200,      200,   200",
                "GET /q/health/ready,                      200,       200,      200,   200",
                "GET /q/metrics,                           404,       404,      404,   404",
            })
    void whoGetsWhat(String request, int anonymous, int customer, int staff, int service) {
        assertThat(call(request, given())).as("anonymous").isEqualTo(anonymous);
        assertThat(call(request, with(customer()))).as("customer").isEqualTo(customer);
        assertThat(call(request, with(staff("staff", "catalog:write"))))
                .as("staff")
                .isEqualTo(staff);
        assertThat(call(request, with(GatewayResource.ADMIN_KEY))).as("API key").isEqualTo(staff);
        assertThat(call(request, with(service("audit:read")))).as("service").isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            value = {
                "request,                                   scope,              with it",
                "GET /v1/admin/signing-keys,                signing-keys:read,  200",
                "POST /v1/admin/signing-keys/rotate,        signing-keys:write, 415",
                "DELETE /v1/admin/signing-keys/unknown,     signing-keys:write, 404",
            })
    void whoAdministersTheGateway(String request, String scope, int withIt) {
        assertThat(administer(request, given())).as("anonymous").isEqualTo(401);
        assertThat(administer(request, with(customer()))).as("customer").isEqualTo(403);
        assertThat(administer(request, with(staff("staff", "catalog:write"))))
                .as("staff with another scope")
                .isEqualTo(403);
        assertThat(administer(request, with(service(scope)))).as("service").isEqualTo(401);
        assertThat(administer(request, with(staff("staff", scope))))
                .as("staff with the scope")
                .isEqualTo(withIt);
        assertThat(administer(request, with(GatewayResource.ADMIN_KEY)))
                .as("the administrator's key")
                .isEqualTo(withIt);
    }

    /** Sends a body that is not taken, so that nothing is changed by whoever may. */
    private static int administer(String request, RequestSpecification as) {
        String[] parts = request.split(" ", 2);
        RequestSpecification sent =
                parts[0].equals("POST") ? as.contentType("text/plain").body("x") : as;
        return sent.request(parts[0], parts[1]).statusCode();
    }

    private static int call(String request, RequestSpecification as) {
        String[] parts = request.split(" ", 2);
        return parts[0].equals("GET")
                ? as.get(parts[1]).statusCode()
                : as.contentType("application/json")
                        .header("X-Request-Id", UUID.randomUUID().toString())
                        .body("{}")
                        .post(parts[1])
                        .statusCode();
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
