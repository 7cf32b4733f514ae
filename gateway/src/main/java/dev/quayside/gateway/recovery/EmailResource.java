package dev.quayside.gateway.recovery;

import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.session.SignedIn;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Showing that one reads at an address. */
@Path("/v1/auth/email")
public class EmailResource {
    private final EmailVerification verification;
    private final AccountLimits limits;
    private final ClientAddresses addresses;
    private final SignedIn caller;

    EmailResource(EmailVerification verification, AccountLimits limits, ClientAddresses addresses, SignedIn caller) {
        this.verification = verification;
        this.limits = limits;
        this.addresses = addresses;
        this.caller = caller;
    }

    /**
     * Takes the token of a mailed link: the account's address is verified, or becomes the one that the mail went to. 204; 422
     * {@code invalid_link}; 409 {@code email_taken} when a new address has got another account meanwhile; 429.
     */
    @POST
    @Path("/verify")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public void verify(@NotNull @Valid TokenRequest body, HttpServerRequest request) {
        limits.beforeMailedToken(addresses.of(request));
        verification.verify(body.token());
    }

    /** Mails the link again: 202; 409 {@code email_already_verified}; 429. */
    @POST
    @Path("/verification")
    @RolesAllowed("customer")
    public Response again() {
        UUID customer = caller.customer();
        limits.beforeMail(customer);
        verification.mailAgain(customer);
        return Accepted.answer();
    }
}
