package dev.quayside.gateway.recovery;

import dev.quayside.gateway.session.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** The signed-in customer's password. */
@Path("/v1/customers/me/password")
public class OwnPasswordResource {
    private final PasswordRecovery recovery;
    private final SignedIn caller;

    OwnPasswordResource(PasswordRecovery recovery, SignedIn caller) {
        this.recovery = recovery;
        this.caller = caller;
    }

    /** Replaces it and ends all other sign-ins: 204; 422 {@code wrong_password}; 429; 503. */
    @POST
    @RolesAllowed("customer")
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@NotNull @Valid PasswordRequest body) {
        recovery.change(caller.customer(), caller.session(), body);
    }
}
