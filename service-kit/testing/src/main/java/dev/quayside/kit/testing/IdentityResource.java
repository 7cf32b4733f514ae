package dev.quayside.kit.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Stands where the gateway's internal listener is: publishes the key of {@link Tokens} and answers {@code /oauth/token}; it takes
 * what is shipped to the audit log. A test adds the other services' answers to {@link #gateway()}.
 */
public class IdentityResource implements QuarkusTestResourceLifecycleManager {
    private static final WireMockServer GATEWAY =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    /** The stand-in of the gateway's internal listener. */
    public static WireMockServer gateway() {
        return GATEWAY;
    }

    /** Sets the identity answers again, after a test has reset the server. */
    public static void stubIdentity() {
        GATEWAY.stubFor(get("/.well-known/jwks.json").willReturn(okJson(Tokens.jwks())));
        GATEWAY.stubFor(post("/oauth/token").willReturn(okJson("""
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 600}""".formatted(
                        Tokens.service("stock:hold", "payments:write", "payment-events:write", "audit:read")))));
        GATEWAY.stubFor(put("/internal/v1/audit-log").willReturn(noContent()));
    }

    @Override
    public Map<String, String> start() {
        GATEWAY.start();
        stubIdentity();
        return Map.of("QUAYSIDE_GATEWAY_INTERNAL_URL", GATEWAY.baseUrl(), "QUAYSIDE_CLIENT_SECRET", "test");
    }

    @Override
    public void stop() {
        GATEWAY.stop();
    }
}
