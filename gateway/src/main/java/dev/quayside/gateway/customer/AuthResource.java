package dev.quayside.gateway.customer;

import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.limit.SignInLimits;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.session.Renewals;
import dev.quayside.gateway.session.SignInAnswer;
import dev.quayside.kit.page.Data;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Signing in and out. Nothing here may be kept by a cache. */
@Path("/v1/auth")
@PermitAll
public class AuthResource {
    private final CustomerService customers;
    private final Renewals renewals;
    private final SignInLimits limits;
    private final ClientAddresses addresses;

    AuthResource(CustomerService customers, Renewals renewals, SignInLimits limits, ClientAddresses addresses) {
        this.customers = customers;
        this.renewals = renewals;
        this.limits = limits;
        this.addresses = addresses;
    }

    /** Opens an account and signs in: 201, 409 {@code email_taken}, 422, 429, 503 while too many passwords are hashed. */
    @POST
    @Path("/register")
    public Response register(@NotNull @Valid RegisterRequest body, HttpServerRequest request) {
        limits.beforeRegister(addresses.of(request));
        return answer(201, customers.register(body, device(request)));
    }

    /** Signs in: 200, or 401 {@code invalid_credentials} whether or not there is an account; 429, 503. */
    @POST
    @Path("/login")
    public Response login(@NotNull @Valid LoginRequest body, HttpServerRequest request) {
        limits.beforeLogin(addresses.of(request), body.email());
        return answer(200, customers.login(body, device(request)));
    }

    /** The next pair of tokens, of a customer or a member of staff: 200, or 401 {@code invalid_refresh_token}; 429. */
    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response refresh(@NotNull @Valid RefreshRequest body, HttpServerRequest request) {
        limits.beforeRefresh(addresses.of(request));
        return answer(200, renewals.refresh(body.refreshToken(), device(request)));
    }

    /** Ends the sign-in: 204, also when it had ended before. */
    @POST
    @Path("/logout")
    @Consumes(MediaType.APPLICATION_JSON)
    public void logout(@NotNull @Valid RefreshRequest body) {
        customers.logout(body.refreshToken());
    }

    private Device device(HttpServerRequest request) {
        return new Device(request.getHeader(HttpHeaders.USER_AGENT), addresses.full(request));
    }

    private static Response answer(int status, SignInAnswer signedIn) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Data<>(signedIn))
                .build();
    }
}
