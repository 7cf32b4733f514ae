package dev.quayside.gateway.recovery;

import dev.quayside.gateway.attempt.SignInLimits;
import dev.quayside.gateway.attempt.SignInTries;
import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.gateway.limit.ClientAddresses;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A new password for somebody who has forgotten theirs. */
@Path("/v1/auth/password")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
public class PasswordResource {
    private final PasswordRecovery recovery;
    private final AccountLimits limits;
    private final SignInLimits signIns;
    private final SignInTries tries;
    private final ClientAddresses addresses;

    PasswordResource(
            PasswordRecovery recovery,
            AccountLimits limits,
            SignInLimits signIns,
            SignInTries tries,
            ClientAddresses addresses) {
        this.recovery = recovery;
        this.limits = limits;
        this.signIns = signIns;
        this.tries = tries;
        this.addresses = addresses;
    }

    /** Mails a link if the address has an account: 202 in any case; 429 by the address that is named, and by the caller's, whether or not there is an account. */
    @POST
    @Path("/forgot")
    public Response forgot(@NotNull @Valid ForgotRequest body, HttpServerRequest request) {
        signIns.beforeReset(tries.customer(body.email(), request, null));
        recovery.forgot(body.email());
        return Accepted.answer();
    }

    /** Sets a new password by the token of a mailed link and ends all sign-ins: 204; 422 {@code invalid_link}; 429; 503. */
    @POST
    @Path("/reset")
    public void reset(@NotNull @Valid ResetRequest body, HttpServerRequest request) {
        limits.beforeMailedToken(addresses.of(request));
        recovery.reset(body.token(), body.password());
    }
}
