package dev.quayside.kit.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * Signs the tokens that tests call with; {@link IdentityResource} publishes the key. A token that was signed once is given again: a signature
 * takes longer than most of the calls that it is sent with.
 */
public final class Tokens {
    private static final String KEY_ID = "test";
    private static final Duration LIFE = Duration.ofHours(2);
    private static final RsaJsonWebKey KEY = generate();
    private static final Map<Bearer, String> SIGNED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A customer's access token. */
    public static String customer(UUID id) {
        return signed(new Bearer(id.toString(), "quayside", Set.of("customer")));
    }

    /** A member of staff's, or a script's, token with these scopes. */
    public static String staff(String... scopes) {
        Set<String> groups = new TreeSet<>(Arrays.asList(scopes));
        groups.add("staff");
        return signed(new Bearer("staff-" + String.join("-", groups), "quayside", groups));
    }

    /** A service's own token with these scopes. */
    public static String service(String... scopes) {
        return signed(new Bearer("a-service", "quayside-internal", new TreeSet<>(Arrays.asList(scopes))));
    }

    /** A customer's token that ended a minute ago. */
    public static String expired(UUID id) {
        return sign(claims(new Bearer(id.toString(), "quayside", Set.of("customer")))
                .issuedAt(Instant.now().minus(Duration.ofHours(1)))
                .expiresAt(Instant.now().minus(Duration.ofMinutes(1))));
    }

    /** The public half, as a JWKS document. */
    static String jwks() {
        return new JsonWebKeySet(KEY).toJson();
    }

    private static String signed(Bearer bearer) {
        return SIGNED.computeIfAbsent(bearer, key -> sign(claims(key)));
    }

    private static JwtClaimsBuilder claims(Bearer bearer) {
        JwtClaimsBuilder claims = Jwt.issuer("quayside")
                .subject(bearer.subject())
                .audience(bearer.audience())
                .groups(bearer.groups())
                .expiresAt(Instant.now().plus(LIFE));
        return bearer.groups().contains("customer") ? claims.claim("email", bearer.subject() + "@example.com") : claims;
    }

    private static String sign(JwtClaimsBuilder claims) {
        PrivateKey key = KEY.getPrivateKey();
        return claims.jws().keyId(KEY_ID).algorithm(SignatureAlgorithm.RS256).sign(key);
    }

    private static RsaJsonWebKey generate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(KEY_ID);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private record Bearer(String subject, String audience, Set<String> groups) {}
}
