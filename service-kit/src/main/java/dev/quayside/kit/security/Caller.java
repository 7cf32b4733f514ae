package dev.quayside.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes this request: a customer, a member of staff or a script, a service, or nobody known. */
@RequestScoped
public class Caller {
    /** The claim that tells people from scripts. */
    public static final String ACTOR = "actor";

    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's subject, or {@code anonymous}. */
    public String id() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The customer's id, when a customer calls. */
    public Optional<UUID> customerId() {
        return identity.hasRole("customer") && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(UUID.fromString(token.getSubject()))
                : Optional.empty();
    }

    /** Whether a service calls, on the internal side. */
    public boolean isService() {
        return identity.getPrincipal() instanceof JsonWebToken token
                && token.getAudience().contains(TokenVerifier.INTERNAL_AUDIENCE);
    }

    /** Whether a member of staff calls who has signed in, and not a script with a key: such a token says {@code "actor": "staff"}. */
    public boolean isPerson() {
        return claim(ACTOR).filter("staff"::equals).isPresent();
    }

    /** What people call the caller, when the token says so. */
    public Optional<String> name() {
        return claim("name");
    }

    /** Whether the token grants a scope such as {@code orders:read}. */
    public boolean has(String scope) {
        return identity.hasRole(scope);
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(name) instanceof String text
                        && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
