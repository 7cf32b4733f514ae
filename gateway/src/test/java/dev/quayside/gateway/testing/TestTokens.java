package dev.quayside.gateway.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;

/** Tokens signed with the gateway's own key, good ones and such as the gateway would never issue. */
public final class TestTokens {
    private TestTokens() {}

    /** Claims of a good token, to be bent by a test. */
    public static JwtClaimsBuilder claims(String audience, String... groups) {
        return Jwt.issuer("quayside")
                .subject(UUID.randomUUID().toString())
                .audience(audience)
                .groups(Set.of(groups))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300));
    }

    public static String customer() {
        return sign(claims("quayside", "customer"));
    }

    public static String staff(String... scopes) {
        return sign(claims("quayside", scopes));
    }

    public static String service(String... scopes) {
        return sign(claims("quayside-internal", scopes));
    }

    /** Signs as the gateway does. */
    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(keyId()).sign(privateKey());
    }

    public static String keyId() {
        return Key.ID;
    }

    public static RSAPrivateCrtKey privateKey() {
        return Key.PRIVATE;
    }

    public static RSAPublicKey publicKey() {
        return Key.PUBLIC;
    }

    /** Read once, when the gateway has made it. */
    private static final class Key {
        private static final RSAPrivateCrtKey PRIVATE = read();
        private static final RSAPublicKey PUBLIC = publicOf(PRIVATE);
        private static final String ID = new RsaJsonWebKey(PUBLIC).calculateBase64urlEncodedThumbprint("SHA-256");
    }

    private static RSAPrivateCrtKey read() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(GatewayResource.keys(), "*.pem")) {
            String file = Files.readString(files.iterator().next());
            String pem = file.substring(file.indexOf("-----BEGIN")).replaceAll("-----[A-Z ]+-----", "");
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAPublicKey publicOf(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
