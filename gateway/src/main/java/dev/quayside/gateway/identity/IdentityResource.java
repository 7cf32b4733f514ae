package dev.quayside.gateway.identity;

import dev.quayside.gateway.customer.CheckedPassword;
import dev.quayside.gateway.customer.PasswordCheck;
import dev.quayside.gateway.provider.ProvenIdentity;
import dev.quayside.gateway.session.SignedIn;
import dev.quayside.gateway.trip.ReturnCodes;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Who the signed-in customer is at other providers: ways to sign in beside the password. */
@Path("/v1/customers/me/identities")
public class IdentityResource {
    private final Identities identities;
    private final PasswordCheck check;
    private final ReturnCodes codes;
    private final SignedIn caller;

    IdentityResource(Identities identities, PasswordCheck check, ReturnCodes codes, SignedIn caller) {
        this.identities = identities;
        this.check = check;
        this.codes = codes;
        this.caller = caller;
    }

    /** All of them on one page, the oldest first. */
    @GET
    @RolesAllowed("customer")
    public Response list() {
        Page<IdentityView> page =
                new Page<>(identities.list(caller.customer()), new Page.Info(Links.MOST, null, null, null));
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /**
     * Adds the identity that a one-time code stands for, whatever its address: 201; 400 {@code invalid_sign_in_code}; 403
     * {@code recent_sign_in_required}; 409 {@code identity_taken}, {@code too_many_identities}; 422 {@code wrong_password}; 429.
     */
    @POST
    @RolesAllowed("customer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response link(@NotNull @Valid LinkRequest body) {
        CheckedPassword checked = check.check(caller.customer(), body.currentPassword());
        ProvenIdentity proven = codes.take(body.code(), body.codeVerifier()).orElseThrow(ReturnCodes::invalid);
        IdentityView linked = ProviderSignIn.repeated(() -> identities.link(checked, caller.session(), proven));
        return Response.status(Response.Status.CREATED)
                .entity(new Data<>(linked))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Removes one and ends all other sign-ins: 204; 404; 409 {@code last_sign_in_method}. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("customer")
    public void unlink(@PathParam("id") UUID id) {
        identities.unlink(caller.customer(), id, caller.session());
    }
}
