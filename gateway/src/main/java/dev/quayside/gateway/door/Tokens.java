package dev.quayside.gateway.door;

import dev.quayside.gateway.apikey.ApiKeys;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.token.OwnTokenVerifier;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at who calls: nobody, or the holder of a token that is good on this side. API keys become tokens here. */
@ApplicationScoped
class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);
    private static final String BEARER = "Bearer ";

    private final OwnTokenVerifier verifier;
    private final ApiKeys apiKeys;

    Tokens(OwnTokenVerifier verifier, ApiKeys apiKeys) {
        this.verifier = verifier;
        this.apiKeys = apiKeys;
    }

    /** The {@code Authorization} to go on with, empty for nobody; fails with a 401 for anything that is not good. */
    Future<Optional<String>> admit(HttpServerRequest request, Listener listener) {
        List<String> sent = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sent.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        String header = sent.get(0);
        if (sent.size() > 1 || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Future.failedFuture(refused("send one Authorization header with a bearer token"));
        }
        String token = header.substring(BEARER.length()).trim();
        return apiKeys.isKey(token) && listener == Listener.PUBLIC ? exchange(token) : check(token, listener);
    }

    private Future<Optional<String>> exchange(String key) {
        return apiKeys.exchange(key)
                .recover(Tokens::keysAway)
                .map(token ->
                        Optional.of(BEARER + token.orElseThrow(() -> refused("the API key is unknown or revoked"))));
    }

    /** Whether the key is good is not known, so this is no 401: a script would take that for the end of its key. */
    private static Future<Optional<String>> keysAway(Throwable failure) {
        LOG.error("an API key cannot be looked up", failure);
        return Future.failedFuture(new ProblemException(CommonProblem.UPSTREAM_UNAVAILABLE, "try again in a moment")
                .withHeader("Retry-After", "2"));
    }

    private Future<Optional<String>> check(String token, Listener listener) {
        return verifier.accepts(token, listener.audience())
                ? Future.succeededFuture(Optional.of(BEARER + token))
                : Future.failedFuture(refused("the token is expired, forged or meant for something else"));
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(CommonProblem.UNAUTHENTICATED, detail)
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
