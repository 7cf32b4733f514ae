package dev.quayside.kit.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Takes a token only on the paths that its audience is for: {@code quayside-internal} below {@code /internal/}, {@code quayside}
 * elsewhere. A token on the wrong side is a 401, as a forged one is.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class AudienceMechanism implements HttpAuthenticationMechanism {
    private final JWTAuthMechanism bearer;

    AudienceMechanism(JWTAuthMechanism bearer) {
        this.bearer = bearer;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String needed = request.normalizedPath().startsWith("/internal/")
                ? TokenVerifier.INTERNAL_AUDIENCE
                : TokenVerifier.PUBLIC_AUDIENCE;
        return bearer.authenticate(request, identities).onItem().ifNotNull().invoke(identity -> {
            if (!(identity.getPrincipal() instanceof JsonWebToken token)
                    || !token.getAudience().contains(needed)) {
                throw new AuthenticationFailedException("the token is meant for something else");
            }
        });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return bearer.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return bearer.getCredentialTypes();
    }
}
