package dev.quayside.gateway.staff;

import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.limit.SignInLimits;
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
    private final ClientAddresses addresses;

    StaffAuthResource(StaffSignIn signIn, SignInLimits limits, ClientAddresses addresses) {
        this.signIn = signIn;
        this.limits = limits;
        this.addresses = addresses;
    }

    /** Signs in: 200, or 401 {@code invalid_credentials} whether or not there is such a user; 429, 503. */
    @POST
    @Path("/login")
    public Response login(@NotNull @Valid StaffLoginRequest body, HttpServerRequest request) {
        // A customer with the same address has tries of their own.
        limits.beforeLogin(addresses.of(request), "staff " + body.email());
        Device device = new Device(request.getHeader(HttpHeaders.USER_AGENT), addresses.full(request));
        return Response.ok(new Data<>(signIn.login(body, device)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Chooses the password that an invitation asks for: 204, or 401 {@code invalid_invitation}; 429, 503. */
    @POST
    @Path("/invitation")
    public void accept(@NotNull @Valid AcceptRequest body, HttpServerRequest request) {
        limits.beforeRefresh(addresses.of(request));
        signIn.accept(body);
    }
}
