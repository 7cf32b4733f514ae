package dev.quayside.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.quayside.local.Ports;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;

/** Providers whose every answer a test writes itself: the OpenID provider {@code forge}, and what stands in for GitHub. */
public final class Forge {
    private static final int PORT = Ports.another();
    private static final WireMockServer SERVER =
            new WireMockServer(options().port(PORT).bindAddress("127.0.0.1"));

    private Forge() {}

    public static WireMockServer server() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        return SERVER;
    }

    public static String address() {
        return "http://127.0.0.1:" + PORT;
    }

    public static String issuer() {
        return address() + "/forge";
    }

    /** One of three keys, under an id. */
    public static RSAKey key(String id, int index) {
        KeyPair key = RsaKeys.get(index);
        return new RSAKey.Builder((RSAPublicKey) key.getPublic())
                .privateKey(key.getPrivate())
                .keyID(id)
                .build();
    }

    /** Says who it is, with these keys. */
    public static void describes(RSAKey... keys) {
        answers(
                "/forge/.well-known/openid-configuration",
                json("{\"issuer\":\"" + issuer() + "\",\"authorization_endpoint\":\"" + issuer() + "/authorize\","
                        + "\"token_endpoint\":\"" + issuer() + "/token\",\"userinfo_endpoint\":\"" + issuer()
                        + "/userinfo\",\"jwks_uri\":\"" + issuer() + "/keys\",\"subject_types_supported\":[\"public\"],"
                        + "\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"],"
                        + "\"response_types_supported\":[\"code\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}"));
        publishes(keys);
    }

    public static void publishes(RSAKey... keys) {
        answers("/forge/keys", json(new JWKSet(java.util.List.of(keys)).toString(true)));
    }

    /** Answers the next code with this ID token. */
    public static void issues(String idToken) {
        answers(
                "/forge/token",
                json("{\"access_token\":\"at-1\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + idToken
                        + "\"}"));
    }

    public static void answers(String path, ResponseDefinitionBuilder answer) {
        server().stubFor(any(urlPathEqualTo(path)).willReturn(answer));
    }

    public static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }
}
