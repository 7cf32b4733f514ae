package dev.quayside.gateway.recovery;

import dev.quayside.gateway.customer.PasswordCheck;
import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.gateway.session.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The signed-in customer's address. */
@Path("/v1/customers/me/email")
public class OwnEmailResource {
    private final EmailVerification verification;
    private final PasswordCheck check;
    private final AccountLimits limits;
    private final SignedIn caller;

    OwnEmailResource(EmailVerification verification, PasswordCheck check, AccountLimits limits, SignedIn caller) {
        this.verification = verification;
        this.check = check;
        this.limits = limits;
        this.caller = caller;
    }

    /** Mails a link to the new address, which the account gets once it is followed: 202; 422 {@code wrong_password}; 429; 503. */
    @POST
    @RolesAllowed("customer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@NotNull @Valid EmailRequest body) {
        UUID customer = caller.customer();
        limits.beforeMail(customer);
        verification.mailToNew(check.check(customer, body.currentPassword()), body.email());
        return Accepted.answer();
    }
}
