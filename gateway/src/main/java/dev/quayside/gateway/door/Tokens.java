package dev.quayside.gateway.door;

import dev.quayside.gateway.apikey.ApiKeys;
import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.staff.StaffCallers;
import dev.quayside.gateway.token.AccessTokens;
import dev.quayside.gateway.token.OwnTokenVerifier;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
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
    private final StaffCallers staff;
    private final ClientAddresses addresses;

    Tokens(OwnTokenVerifier verifier, ApiKeys apiKeys, StaffCallers staff, ClientAddresses addresses) {
        this.verifier = verifier;
        this.apiKeys = apiKeys;
        this.staff = staff;
        this.addresses = addresses;
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
        return apiKeys.isKey(token) && listener == Listener.PUBLIC
                ? swapped(apiKeys.exchange(token, addresses.full(request)))
                : check(token, listener);
    }

    private static Future<Optional<String>> swapped(Future<String> token) {
        return token.recover(Tokens::away).map(onward -> Optional.of(BEARER + onward));
    }

    /** Whether the caller is good is not known, so this is no 401: a script would take that for the end of its key. */
    private static Future<String> away(Throwable failure) {
        if (failure instanceof ProblemException) {
            return Future.failedFuture(failure);
        }
        LOG.error("a caller cannot be looked up", failure);
        return Future.failedFuture(new ProblemException(CommonProblem.UPSTREAM_UNAVAILABLE, "try again in a moment")
                .withHeader("Retry-After", "2"));
    }

    /** A member of staff's token goes on as one with that person's scopes of this moment, every other as it is. */
    private Future<Optional<String>> check(String token, Listener listener) {
        Optional<JWTCallerPrincipal> caller = verifier.accepted(token, listener.audience());
        if (caller.isEmpty()) {
            return Future.failedFuture(refused("the token is expired, forged or meant for something else"));
        }
        return caller.flatMap(AccessTokens::staffSignInOf)
                .map(signIn -> swapped(staff.exchange(signIn)))
                .orElseGet(() -> Future.succeededFuture(Optional.of(BEARER + token)));
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(CommonProblem.UNAUTHENTICATED, detail)
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
