package dev.quayside.gateway.staff;

import dev.quayside.gateway.attempt.SignInLimits;
import dev.quayside.gateway.attempt.SignInTries;
import dev.quayside.gateway.attempt.SignInTry;
import dev.quayside.gateway.browser.Cookies;
import dev.quayside.gateway.browser.Visit;
import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.limit.RequestLimits;
import dev.quayside.gateway.session.Device;
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

/** Staff come in. Refreshing and signing out are the same calls as customers'. */
@Path("/v1/auth/staff")
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class StaffAuthResource {
    private final StaffSignIn signIn;
    private final SignInLimits limits;
    private final SignInTries tries;
    private final RequestLimits requests;
    private final ClientAddresses addresses;
    private final Cookies cookies;

    StaffAuthResource(
            StaffSignIn signIn,
            SignInLimits limits,
            SignInTries tries,
            RequestLimits requests,
            ClientAddresses addresses,
            Cookies cookies) {
        this.signIn = signIn;
        this.limits = limits;
        this.tries = tries;
        this.requests = requests;
        this.addresses = addresses;
        this.cookies = cookies;
    }

    /** Signs in: 200, or 401 {@code invalid_credentials} whether or not there is such a user; 429, 503. */
    @POST
    @Path("/login")
    public Response login(@NotNull @Valid StaffLoginRequest body, HttpServerRequest request) {
        Visit visit = cookies.visit(body.refresh(), request);
        // A customer with the same address has tries of their own.
        SignInTry who = tries.staff(body.email(), request, visit.device());
        Device device = new Device(request.getHeader(HttpHeaders.USER_AGENT), addresses.full(request));
        StaffSignedInView signedIn = limits.signIn(who, () -> signIn.login(body, device));
        Response.ResponseBuilder answer = Response.ok(
                        new Data<>(visit.byCookie() ? signedIn.withoutRefreshToken() : signedIn))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return visit.deliver(answer, signedIn.refreshToken()).build();
    }

    /** Chooses the password that an invitation asks for: 204, or 401 {@code invalid_invitation}; 429, 503. */
    @POST
    @Path("/invitation")
    public void accept(@NotNull @Valid AcceptRequest body, HttpServerRequest request) {
        requests.beforeRefresh(addresses.of(request));
        signIn.accept(body);
    }
}
