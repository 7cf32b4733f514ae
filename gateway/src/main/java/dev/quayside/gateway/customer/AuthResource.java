package dev.quayside.gateway.customer;

import dev.quayside.gateway.attempt.SignInLimits;
import dev.quayside.gateway.attempt.SignInTries;
import dev.quayside.gateway.attempt.SignInTry;
import dev.quayside.gateway.browser.Cookies;
import dev.quayside.gateway.browser.Presented;
import dev.quayside.gateway.browser.Visit;
import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.limit.RequestLimits;
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
    private final SignInTries tries;
    private final RequestLimits requests;
    private final ClientAddresses addresses;
    private final Cookies cookies;

    AuthResource(
            CustomerService customers,
            Renewals renewals,
            SignInLimits limits,
            SignInTries tries,
            RequestLimits requests,
            ClientAddresses addresses,
            Cookies cookies) {
        this.customers = customers;
        this.renewals = renewals;
        this.limits = limits;
        this.tries = tries;
        this.requests = requests;
        this.addresses = addresses;
        this.cookies = cookies;
    }

    /** Opens an account and signs in: 201, 409 {@code email_taken}, 422, 429, 503 while too many passwords are hashed. */
    @POST
    @Path("/register")
    public Response register(@NotNull @Valid RegisterRequest body, HttpServerRequest request) {
        Visit visit = cookies.visit(body.refresh(), request);
        SignInTry who = tries.customer(body.email(), request, visit.device());
        limits.beforeRegister(who);
        SignedInView opened = customers.register(body, device(request));
        limits.registered(who);
        return answer(201, opened, visit);
    }

    /**
     * Signs in: 200, or 401 {@code invalid_credentials} whether or not there is an account; with the right password 403
     * {@code account_disabled}; 429, 503.
     */
    @POST
    @Path("/login")
    public Response login(@NotNull @Valid LoginRequest body, HttpServerRequest request) {
        Visit visit = cookies.visit(body.refresh(), request);
        SignInTry who = tries.customer(body.email(), request, visit.device());
        return answer(200, limits.signIn(who, () -> customers.login(body, device(request))), visit);
    }

    /** The next pair of tokens, of a customer or a member of staff: 200, or 401 {@code invalid_refresh_token}; 429. */
    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response refresh(@NotNull @Valid RefreshRequest body, HttpServerRequest request) {
        requests.beforeRefresh(addresses.of(request));
        Presented presented = cookies.presented(body.refreshToken(), request);
        return answer(200, presented.use(token -> renewals.refresh(token, device(request))), presented.visit());
    }

    /** Ends the sign-in: 204, also when it had ended before. */
    @POST
    @Path("/logout")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response logout(@NotNull @Valid RefreshRequest body, HttpServerRequest request) {
        Presented presented = cookies.presented(body.refreshToken(), request);
        customers.logout(presented.token());
        return presented.end(Response.noContent()).build();
    }

    private Device device(HttpServerRequest request) {
        return new Device(request.getHeader(HttpHeaders.USER_AGENT), addresses.full(request));
    }

    private static Response answer(int status, SignInAnswer signedIn, Visit visit) {
        Response.ResponseBuilder answer = Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Data<>(visit.byCookie() ? signedIn.withoutRefreshToken() : signedIn));
        return visit.deliver(answer, signedIn.refreshToken()).build();
    }
}
