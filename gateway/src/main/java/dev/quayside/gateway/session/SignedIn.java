package dev.quayside.gateway.session;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The customer who makes this request, and the sign-in that it belongs to. */
@RequestScoped
public class SignedIn {
    /** The claim of access tokens that names the sign-in. */
    public static final String SESSION_CLAIM = "sid";

    private final Caller caller;
    private final SecurityIdentity identity;

    public SignedIn(Caller caller, SecurityIdentity identity) {
        this.caller = caller;
        this.identity = identity;
    }

    /** The customer's id; a 403 for staff, scripts and services. */
    public UUID customer() {
        return caller.customerId()
                .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN, "the token is not a customer's"));
    }

    /** The sign-in; empty for a token that was issued before tokens named theirs. */
    public Optional<UUID> session() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.<String>claim(SESSION_CLAIM).map(UUID::fromString)
                : Optional.empty();
    }
}
