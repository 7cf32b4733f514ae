package dev.quayside.gateway.door;

import static dev.quayside.gateway.testing.TestTokens.customer;
import static dev.quayside.gateway.testing.TestTokens.service;
import static dev.quayside.gateway.testing.TestTokens.staff;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.scope.Scope;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint of the gateway's own, and who gets what there. A customer whose account is gone gets a 404. The
 * script has the administrator's key. */
@GatewayTest
class AuthorisationIT {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            value = {
                "request,                                  anonymous, customer, staff, service",
                "GET /v1/customers/me,                     401,       404,      403,   401",
                "PATCH /v1/customers/me,                   401,       422,      403,   401",
                "DELETE /v1/customers/me,                  401,       404,      403,   401",
                "GET /v1/customers/me/export,              401,       404,      403,   401",
                "POST /v1/customers/me/password,           401,       422,      403,   401",
                "POST /v1/customers/me/email,              401,       422,      403,   401",
                "GET /v1/customers/me/sessions,            401,       200,      403,   401",
                "DELETE /v1/customers/me/sessions,         401,       204,      403,   401",
                "DELETE /v1/customers/me/sessions/{id},    401,       404,      403,   401",
                "GET /v1/customers/me/identities,          401,       200,      403,   401",
                "POST /v1/customers/me/identities,         401,       422,      403,   401",
                "DELETE /v1/customers/me/identities/{id},  401,       404,      403,   401",
                "GET /v1/auth/oidc,                        200,       200,      200,   200",
                "GET /v1/auth/oidc/nobody,                 404,       404,      404,   404",
                "GET /v1/auth/oidc/acme,                   400,       400,      400,   400",
                "GET /v1/auth/oidc/acme/callback,          400,       400,      400,   400",
                "POST /v1/auth/oidc/token,                 422,       422,      422,   422",
                "GET /v1/customers/me/addresses,           401,       200,      403,   401",
                "POST /v1/customers/me/addresses,          401,       422,      403,   401",
                "GET /v1/customers/me/addresses/{id},      401,       404,      403,   401",
                "PUT /v1/customers/me/addresses/{id},      401,       422,      403,   401",
                "DELETE /v1/customers/me/addresses/{id},   401,       404,      403,   401",
                "POST /v1/auth/email/verify,               422,       422,      422,   422",
                "POST /v1/auth/email/verification,         401,       404,      403,   401",
                "POST /v1/auth/password/forgot,            422,       422,      422,   422",
                "POST /v1/auth/password/reset,             422,       422,      422,   422",
                "POST /v1/auth/register,                   422,       422,      422,   422",
                "POST /v1/auth/login,                      422,       422,      422,   422",
                "POST /v1/auth/refresh,                    422,       422,      422,   422",
                "POST /v1/auth/logout,                     422,       422,      422,   422",
                "POST /v1/auth/staff/login,                422,       422,      422,   422",
                "POST /v1/auth/staff/invitation,           422,       422,      422,   422",
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
        assertThat(call(request, with(service("audit:read")))).as("service").isEqualTo(service);
    }

    /** Staff have to have the scope; what is asked for is not there, or lacks what it needs. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            value = {
                "request,                                   scope,          allowed",
                "GET /v1/admin/audit-log,                   audit-log:read, 200",
                "GET /v1/admin/audit-log/{id},              audit-log:read, 404",
                "GET /v1/admin/signing-keys,                signing-keys:read, 200",
                "DELETE /v1/admin/signing-keys/unknown,     signing-keys:write, 404",
                "GET /v1/admin/scopes,                      users:read,     200",
                "GET /v1/admin/scopes,                      api-keys:read,  200",
                "GET /v1/admin/api-keys,                    api-keys:read,  200",
                "POST /v1/admin/api-keys,                   api-keys:write, 422",
                "GET /v1/admin/api-keys/{id},               api-keys:read,  404",
                "PATCH /v1/admin/api-keys/{id},             api-keys:write, 404",
                "DELETE /v1/admin/api-keys/{id},            api-keys:write, 404",
                "POST /v1/admin/api-keys/{id}/rotate,       api-keys:write, 422",
                "GET /v1/admin/roles,                       users:read,     200",
                "POST /v1/admin/roles,                      users:write,    422",
                "GET /v1/admin/roles/no-such-role,          users:read,     404",
                "PUT /v1/admin/roles/no-such-role,          users:write,    422",
                "DELETE /v1/admin/roles/no-such-role,       users:write,    404",
                "GET /v1/admin/users,                       users:read,     200",
                "POST /v1/admin/users,                      users:write,    422",
                "GET /v1/admin/users/{id},                  users:read,     404",
                "PATCH /v1/admin/users/{id},                users:write,    404",
                "DELETE /v1/admin/users/{id},               users:write,    404",
                "POST /v1/admin/users/{id}/disable,         users:write,    404",
                "POST /v1/admin/users/{id}/enable,          users:write,    404",
                "POST /v1/admin/users/{id}/invitation,      users:write,    404",
                "GET /v1/admin/customers,                   customers:read, 200",
                "POST /v1/admin/customers,                  customers:write, 422",
                "GET /v1/admin/customers/{id},              customers:read, 404",
                "DELETE /v1/admin/customers/{id},           customers:write, 404",
                "POST /v1/admin/customers/{id}/disable,     customers:write, 404",
                "POST /v1/admin/customers/{id}/enable,      customers:write, 404",
            })
    void staffNeedTheScope(String request, String scope, int allowed) {
        assertThat(call(request, given())).as("anonymous").isEqualTo(401);
        assertThat(call(request, with(customer()))).as("customer").isEqualTo(403);
        assertThat(call(request, with(service(scope)))).as("service").isEqualTo(401);
        String[] others = Scope.all().stream()
                .filter(other -> !other.equals(scope) && !request.endsWith("/scopes"))
                .toArray(String[]::new);
        assertThat(call(request, with(staff(groups("staff", others)))))
                .as("other scopes")
                .isEqualTo(403);
        assertThat(call(request, with(staff("staff", scope)))).as("the scope").isEqualTo(allowed);
        assertThat(call(request, with(GatewayResource.ADMIN_KEY))).as("API key").isEqualTo(allowed);
    }

    private static int call(String request, RequestSpecification as) {
        String[] parts = request.replace("{id}", UUID.randomUUID().toString()).split(" ", 2);
        return parts[0].equals("GET")
                ? as.get(parts[1]).statusCode()
                : as.contentType("application/json")
                        .header("X-Request-Id", UUID.randomUUID().toString())
                        .body("{}")
                        .request(parts[0], parts[1])
                        .statusCode();
    }

    private static String[] groups(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
