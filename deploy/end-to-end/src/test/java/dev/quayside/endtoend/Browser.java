package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.Http;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A browser that shows a page of the storefront. It goes where it is sent and keeps cookies: it gives them to every port of the host and
 * takes loopback for secure, as browsers do.
 */
final class Browser {
    /** The page, below the storefront's usual address; no server needs to be there. */
    static final String PAGE = "http://127.0.0.1:3000/signed-in";

    private static final int MOST_HOPS = 10;

    private final Map<String, String> cookies = new HashMap<>();
    /** What the page keeps to itself. */
    private final String verifier = UUID.randomUUID() + "." + UUID.randomUUID();

    /** Leaves the page for the provider {@code acme}; the answer sends the browser there. */
    Response leave() {
        return get(URI.create("/v1/auth/oidc/acme?redirectTo=" + PAGE + "&codeChallenge=" + challenge()));
    }

    /** Opens an address, without going on from there. */
    Response get(URI address) {
        Response answer = Http.shop()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(cookies)
                .get(address);
        cookies.putAll(answer.cookies());
        return answer;
    }

    /** Goes where it is sent, and on, until it is sent to an address that begins so; gives that. */
    URI follow(Response sent, String end) {
        Response answer = sent;
        for (int hops = 0; hops < MOST_HOPS; hops++) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(302);
            URI next = URI.create(answer.header("Location"));
            if (next.toString().startsWith(end)) {
                return next;
            }
            answer = get(next);
        }
        throw new AssertionError("sent elsewhere again and again");
    }

    /** Goes to {@code acme}, where somebody is signed in, and back to the page; gives the one-time code. */
    String code() {
        return parameter(follow(leave(), PAGE), "code");
    }

    /** The page's trade of a code for tokens. */
    Response exchange(String code) {
        return Http.shop().body(proof(code)).post("/v1/auth/oidc/token");
    }

    /** A code with what shows that this page began. */
    Map<String, String> proof(String code) {
        return Map.of("code", code, "codeVerifier", verifier);
    }

    /** A parameter that an address has to have. */
    static String parameter(URI address, String name) {
        return Objects.requireNonNull(parameters(address).get(name), address::toString);
    }

    static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(Objects.requireNonNull(address.getQuery()).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], pair[1]));
        return parameters;
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
