package dev.quayside.gateway.browser;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two cookies of a browser, for {@code /v1/auth} alone: the refresh token, if its client has asked for it there, and a random value
 * by which the browser is known again when somebody guesses at the account.
 */
@ApplicationScoped
public class Cookies {
    static final String REFRESH = "__Secure-quayside-refresh";
    static final String DEVICE = "__Secure-quayside-device";

    private static final String ATTRIBUTES = "; Path=/v1/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=";
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);
    private static final Duration DEVICE_LIFE = Duration.ofDays(365);
    private static final int LONGEST = 100;
    private static final int DEVICE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AllowedOrigins origins;

    Cookies(AllowedOrigins origins) {
        this.origins = origins;
    }

    /**
     * A sign-in, before it is tried.
     *
     * @param refresh {@code cookie}, or {@code body} or null for a token in the answer's body
     * @throws ProblemException 403 {@code origin_not_allowed} for a cookie that a page elsewhere asks for
     */
    public Visit visit(@Nullable String refresh, HttpServerRequest request) {
        if (!"cookie".equals(refresh)) {
            return new Visit(false, null, false);
        }
        requireOwnPage(request);
        Optional<String> known = one(request, DEVICE);
        return new Visit(true, known.orElseGet(Cookies::newDevice), known.isEmpty());
    }

    /**
     * The refresh token of a request, from its body or else from its cookie.
     *
     * @throws ProblemException 422 when there is none, 403 {@code origin_not_allowed} for a cookie that a page elsewhere has sent
     */
    public Presented presented(@Nullable String inBody, HttpServerRequest request) {
        if (inBody != null) {
            return new Presented(inBody, false);
        }
        String cookie = one(request, REFRESH)
                .orElseThrow(() -> ProblemException.invalidField(
                        "refreshToken", "not_null", "must not be null unless the cookie is sent"));
        requireOwnPage(request);
        return new Presented(cookie, true);
    }

    static String refresh(String token) {
        return REFRESH + "=" + token + ATTRIBUTES + REFRESH_LIFE.toSeconds();
    }

    static String noRefresh() {
        return REFRESH + "=" + ATTRIBUTES + "0";
    }

    static String device(String value) {
        return DEVICE + "=" + value + ATTRIBUTES + DEVICE_LIFE.toSeconds();
    }

    /** Browsers send an Origin with every POST; SameSite alone would trust all hosts of the shop's domain. */
    private void requireOwnPage(HttpServerRequest request) {
        if (!origins.sent(request)) {
            throw new ProblemException(
                    GatewayProblem.ORIGIN_NOT_ALLOWED,
                    "a cookie is taken from a page of an allowed origin only, with its Origin header; others send the token itself");
        }
    }

    /** Of two cookies of one name one was planted by another host of the domain; nobody can tell which. */
    static Optional<String> one(HttpServerRequest request, String name) {
        List<String> sent = request.headers().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::trim)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
        return sent.size() == 1
                ? sent.stream()
                        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                        .findFirst()
                : Optional.empty();
    }

    private static String newDevice() {
        byte[] bytes = new byte[DEVICE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
