package dev.quayside.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Verifies access tokens against the gateway's published keys: RS256 only, our issuer, one of our audiences, not expired.
 *
 * <p>Replaces SmallRye's own factory because that one looks an unknown key id up at most once a minute, and parses a token anew for
 * every request (80 to 110 µs). The keys are fetched when the first token comes, so a service starts without the gateway; an unknown
 * {@code kid} is looked up again after two seconds at the earliest, so forged ids cannot make a storm.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class TokenVerifier extends JWTCallerPrincipalFactory {
    /** The audience of tokens that customers, staff and scripts hold. */
    public static final String PUBLIC_AUDIENCE = "quayside";
    /** The audience of the services' own tokens. */
    public static final String INTERNAL_AUDIENCE = "quayside-internal";

    private static final long LOOK_UP_AGAIN_MILLIS = 2_000;
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_TOKEN = 8_192;

    private final JwtConsumer consumer;
    private final Clock clock;
    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    TokenVerifier(
            @ConfigProperty(name = "quayside.token.jwks-url") String jwksUrl,
            @ConfigProperty(name = "quayside.token.issuer") String issuer,
            Clock clock) {
        HttpsJwks keys = new HttpsJwks(jwksUrl);
        keys.setRefreshReprieveThreshold(LOOK_UP_AGAIN_MILLIS);
        keys.setRetainCacheOnErrorDuration(3600);
        this.clock = clock;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setExpectedIssuer(issuer)
                .setExpectedAudience(PUBLIC_AUDIENCE, INTERNAL_AUDIENCE)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setEvaluationTime(null)
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        if (token.length() > LONGEST_TOKEN) {
            throw new ParseException("the token is too long");
        }
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && known.getExpirationTime() > clock.instant().getEpochSecond()) {
            return known;
        }
        JWTCallerPrincipal principal = verify(token);
        verified.put(token, principal);
        return principal;
    }

    private JWTCallerPrincipal verify(String token) throws ParseException {
        try {
            JwtContext context = consumer.process(token);
            NumericDate notBefore = context.getJwtClaims().getNotBefore();
            if (notBefore != null && notBefore.getValue() > clock.instant().getEpochSecond()) {
                throw new ParseException("the token is not valid yet");
            }
            String type = context.getJoseObjects().get(0).getHeader("typ");
            return new DefaultJWTCallerPrincipal(token, type == null ? "JWT" : type, context.getJwtClaims());
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new ParseException("the token is not valid", e);
        }
    }
}
