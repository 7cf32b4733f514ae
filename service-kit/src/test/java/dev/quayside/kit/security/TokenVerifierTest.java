package dev.quayside.kit.security;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service whose gateway changes its signing keys: one verifier throughout, never a restart. */
class TokenVerifierTest {
    private static final RsaJsonWebKey OLD = key("old");
    private static final RsaJsonWebKey NEXT = key("next");

    private final WireMockServer gateway =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop();
    }

    @Test
    void aKeyThatWasPublishedBeforeItSignsNeedsNoOtherLook() {
        publish(OLD, NEXT);
        TokenVerifier verifier = verifier();
        assertThat(accepts(verifier, signedWith(OLD))).isTrue();
        assertThat(accepts(verifier, signedWith(NEXT))).isTrue();
        gateway.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aKeyThatSignsAtOnceIsLookedUpWithinSecondsAndTheOldOneStaysGood() {
        publish(OLD);
        TokenVerifier verifier = verifier();
        assertThat(accepts(verifier, signedWith(OLD))).isTrue();
        publish(NEXT, OLD);
        await().atMost(Duration.ofSeconds(10)).until(() -> accepts(verifier, signedWith(NEXT)));
        assertThat(accepts(verifier, signedWith(OLD))).isTrue();
        assertThat(gateway.findAll(getRequestedFor(anyUrl()))).hasSizeBetween(2, 3);
    }

    @Test
    void keysThatNobodyPublishesMakeNoStorm() {
        publish(OLD);
        TokenVerifier verifier = verifier();
        for (int i = 0; i < 50; i++) {
            assertThat(accepts(verifier, signedWith(NEXT, "forged-" + i))).isFalse();
        }
        assertThat(gateway.findAll(getRequestedFor(anyUrl()))).hasSizeBetween(1, 4);
    }

    private TokenVerifier verifier() {
        return new TokenVerifier(gateway.baseUrl() + "/.well-known/jwks.json", "quayside", Clock.systemUTC());
    }

    private void publish(RsaJsonWebKey... keys) {
        gateway.stubFor(get(anyUrl())
                .willReturn(okJson(new JsonWebKeySet(List.of(keys)).toJson())
                        .withHeader("Cache-Control", "public, max-age=300")));
    }

    private static boolean accepts(TokenVerifier verifier, String token) {
        try {
            return !verifier.parse(token, new JWTAuthContextInfo()).getSubject().isEmpty();
        } catch (ParseException e) {
            return false;
        }
    }

    private static String signedWith(RsaJsonWebKey key) {
        return signedWith(key, key.getKeyId());
    }

    private static String signedWith(RsaJsonWebKey key, String id) {
        return Jwt.issuer("quayside")
                .subject(UUID.randomUUID().toString())
                .audience("quayside")
                .groups(Set.of("customer"))
                .expiresAt(Instant.now().plusSeconds(300))
                .jws()
                .keyId(id)
                .algorithm(SignatureAlgorithm.RS256)
                .sign(key.getPrivateKey());
    }

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
