package dev.quayside.gateway.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Issues access tokens: JWTs, RS256, good for 10 minutes. Services verify them by themselves, so they are short; the door also refuses
 * those whose sign-in has ended.
 */
@ApplicationScoped
public class AccessTokens {
    /** How long an access token is good for. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    static final String STAFF = "staff";
    /** The claim that names the sign-in, as OpenID Connect calls it. */
    static final String SESSION = "sid";

    private static final List<String> TOLD_TO_EXTENSIONS = List.of("email", "actor", "name");

    private final SigningKeys keys;
    private final Clock clock;
    private final String issuer;

    AccessTokens(SigningKeys keys, Clock clock, @ConfigProperty(name = "quayside.token.issuer") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** A customer's token; it names the sign-in that it belongs to. */
    public String customer(UUID id, String email, UUID session) {
        return sign(claims(id.toString(), Audience.PUBLIC, Set.of("customer"))
                .claim("email", email)
                .claim("sid", session.toString()));
    }

    /**
     * What a member of staff holds after signing in: it names the person and the sign-in and grants nothing. The door looks up what the
     * person may do at the moment of each call.
     */
    public String staffSignIn(UUID userId, UUID sessionId) {
        return sign(claims(userId.toString(), Audience.PUBLIC, Set.of(STAFF)).claim(SESSION, sessionId.toString()));
    }

    /** The sign-in that a token of a member of staff names; empty for every other token. */
    public static Optional<UUID> staffSignInOf(JsonWebToken token) {
        return token.getGroups().contains(STAFF) && token.getClaim(SESSION) instanceof String session
                ? Optional.of(UUID.fromString(session))
                : Optional.empty();
    }

    /** The token that goes on to services: the role {@code staff} and the caller's scopes. */
    String staff(StaffCaller caller, Collection<String> scopes) {
        Set<String> groups = new TreeSet<>(scopes);
        groups.add(STAFF);
        return sign(claims(caller.id().toString(), Audience.PUBLIC, groups)
                .claim("actor", caller.kind().name().toLowerCase(Locale.ROOT))
                .claim("name", caller.name()));
    }

    /** Says to one of the operator's own services what a caller's token says, and ends with it. */
    String extension(JsonWebToken caller, String audience) {
        JwtClaimsBuilder claims = Jwt.issuer(issuer)
                .subject(caller.getSubject())
                .audience(audience)
                .groups(caller.getGroups())
                .issuedAt(clock.instant())
                .expiresAt(caller.getExpirationTime());
        for (String told : TOLD_TO_EXTENSIONS) {
            if (caller.getClaim(told) instanceof String text) {
                claims.claim(told, text);
            }
        }
        return sign(claims);
    }

    /** The gateway's own token for a call to a service. */
    public String gateway(String scope) {
        return service("gateway", Set.of(scope));
    }

    /** A service's token with some of its scopes. */
    String service(String clientId, Set<String> scopes) {
        return sign(claims(clientId, Audience.INTERNAL, scopes));
    }

    private JwtClaimsBuilder claims(String subject, Audience audience, Set<String> groups) {
        Instant now = clock.instant();
        return Jwt.issuer(issuer)
                .subject(subject)
                .audience(audience.claim())
                .groups(groups)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE));
    }

    private String sign(JwtClaimsBuilder claims) {
        SigningKey key = keys.signer();
        return claims.jws().keyId(key.id()).algorithm(SignatureAlgorithm.RS256).sign(key.privateKey());
    }
}
