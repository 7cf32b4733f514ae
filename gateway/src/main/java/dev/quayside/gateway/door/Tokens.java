package dev.quayside.gateway.door;

import dev.quayside.gateway.apikey.ApiKeys;
import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.limit.RequestLimits;
import dev.quayside.gateway.limit.Subject;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.session.EndedSignIns;
import dev.quayside.gateway.session.SignedIn;
import dev.quayside.gateway.staff.StaffCallers;
import dev.quayside.gateway.token.AccessTokens;
import dev.quayside.gateway.token.OwnTokenVerifier;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at who calls: nobody, or the holder of a token that is good on this side. API keys become tokens here. */
@ApplicationScoped
class Tokens {
    static final String BEARER = "Bearer ";

    private static final Logger LOG = Logger.getLogger(Tokens.class);

    private final OwnTokenVerifier verifier;
    private final ApiKeys apiKeys;
    private final StaffCallers staff;
    private final EndedSignIns ended;
    private final RequestLimits limits;
    private final ClientAddresses addresses;

    Tokens(
            OwnTokenVerifier verifier,
            ApiKeys apiKeys,
            StaffCallers staff,
            EndedSignIns ended,
            RequestLimits limits,
            ClientAddresses addresses) {
        this.verifier = verifier;
        this.apiKeys = apiKeys;
        this.staff = staff;
        this.ended = ended;
        this.limits = limits;
        this.addresses = addresses;
    }

    /** The caller, perhaps nobody known; fails with a 401 for anything that is not good. */
    Future<Admitted> admit(RoutingContext exchange, Listener listener) {
        HttpServerRequest request = exchange.request();
        List<String> sent = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sent.isEmpty()) {
            return Future.succeededFuture(anonymous(request, Optional.empty()));
        }
        String header = sent.get(0);
        if (sent.size() > 1 || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Future.failedFuture(refused("send one Authorization header with a bearer token"));
        }
        String token = header.substring(BEARER.length()).trim();
        return apiKeys.isKey(token) && listener == Listener.PUBLIC ? exchange(exchange, token) : check(token, listener);
    }

    /** A caller that nobody vouches for, with what it has sent if that is its endpoint's business. */
    Admitted anonymous(HttpServerRequest request, Optional<String> authorization) {
        return new Admitted(authorization, Subject.address(addresses.of(request)));
    }

    private Future<Admitted> exchange(RoutingContext exchange, String key) {
        String address = addresses.of(exchange.request());
        limits.beforeKey(exchange, address, key);
        return apiKeys.exchange(key, addresses.full(exchange.request()))
                .recover(Tokens::away)
                .compose(onward -> {
                    limits.goodKey(key);
                    return check(onward, Listener.PUBLIC);
                })
                .recover(refusal -> isUnknown(refusal)
                        ? limits.refusedKey(exchange, address).compose(counted -> Future.failedFuture(refusal))
                        : Future.failedFuture(refusal));
    }

    private static boolean isUnknown(Throwable refusal) {
        return refusal instanceof ProblemException problem && problem.code() == CommonProblem.UNAUTHENTICATED;
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
    private Future<Admitted> check(String token, Listener listener) {
        Optional<JWTCallerPrincipal> accepted = verifier.accepted(token, listener.audience());
        if (accepted.isEmpty()) {
            return Future.failedFuture(refused("the token is expired, forged or meant for something else"));
        }
        JWTCallerPrincipal caller = accepted.get();
        if (caller.getClaim(SignedIn.SESSION_CLAIM) instanceof String session && ended.has(session)) {
            return Future.failedFuture(refused("the sign-in has ended; sign in again"));
        }
        Subject subject = Subject.signedIn(caller.getGroups(), caller.getSubject());
        return AccessTokens.staffSignInOf(caller)
                .map(signIn -> staff.exchange(signIn).recover(Tokens::away))
                .orElseGet(() -> Future.succeededFuture(token))
                .map(onward -> new Admitted(Optional.of(BEARER + onward), subject));
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(CommonProblem.UNAUTHENTICATED, detail)
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
