package dev.quayside.gateway.token;

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
import java.security.Key;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies tokens with the gateway's own keys, at the door and again at its own endpoints: it asks nobody over the network for keys
 * that it holds. RS256 only, our issuer, a key id that is ours, not expired, not before its time.
 */
@ApplicationScoped
@Alternative
@Priority(2)
public class OwnTokenVerifier extends JWTCallerPrincipalFactory {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_TOKEN = 8_192;

    private record Verified(JWTCallerPrincipal principal, String keyId) {}

    private final SigningKeys keys;
    private final Clock clock;
    private final JwtConsumer consumer;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    OwnTokenVerifier(SigningKeys keys, Clock clock, @ConfigProperty(name = "quayside.token.issuer") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(this::resolve)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(Audience.PUBLIC.claim(), Audience.INTERNAL.claim())
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
    }

    /** Who holds a token, if it is good for an audience now. */
    public Optional<JWTCallerPrincipal> accepted(String token, Audience audience) {
        try {
            return Optional.of(verify(token))
                    .filter(caller -> caller.getAudience().contains(audience.claim()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        return verify(token);
    }

    private JWTCallerPrincipal verify(String token) throws ParseException {
        if (token.length() > LONGEST_TOKEN) {
            throw new ParseException("the token is too long");
        }
        Verified known = verified.getIfPresent(token);
        // A key that was taken away takes its tokens with it.
        if (known != null
                && known.principal().getExpirationTime() > clock.instant().getEpochSecond()
                && keys.find(known.keyId()).isPresent()) {
            return known.principal();
        }
        Verified fresh = check(token);
        verified.put(token, fresh);
        return fresh.principal();
    }

    private Verified check(String token) throws ParseException {
        try {
            JwtContext context = consumer.process(token);
            NumericDate notBefore = context.getJwtClaims().getNotBefore();
            if (notBefore != null && notBefore.getValue() > clock.instant().getEpochSecond()) {
                throw new ParseException("the token is not valid yet");
            }
            JsonWebStructure signed = context.getJoseObjects().get(0);
            return new Verified(
                    new DefaultJWTCallerPrincipal(token, "JWT", context.getJwtClaims()), signed.getKeyIdHeaderValue());
        } catch (InvalidJwtException | org.jose4j.jwt.MalformedClaimException e) {
            throw new ParseException("the token is not valid", e);
        }
    }

    /** The key id is only ever compared with ours: a path or an address in it means nothing. */
    private Key resolve(JsonWebSignature signed, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        String id = signed.getKeyIdHeaderValue();
        if (id == null) {
            throw new UnresolvableKeyException("the token names no key");
        }
        return keys.find(id)
                .orElseThrow(() -> new UnresolvableKeyException("the token names a key that is not ours"))
                .publicKey();
    }
}
