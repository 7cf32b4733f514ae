package dev.quayside.gateway.door;

import dev.quayside.gateway.extension.Access;
import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.limit.RequestLimits;
import dev.quayside.gateway.limit.Subject;
import dev.quayside.gateway.route.Destination;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.route.Route;
import dev.quayside.gateway.token.ExtensionTokens;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Decides whether a request gets in: who calls, and whether that caller has called too often. Services are not counted. */
@ApplicationScoped
class Admission {
    private final Tokens tokens;
    private final ExtensionTokens extensionTokens;
    private final RequestLimits limits;
    private final ClientAddresses addresses;

    Admission(Tokens tokens, ExtensionTokens extensionTokens, RequestLimits limits, ClientAddresses addresses) {
        this.tokens = tokens;
        this.extensionTokens = extensionTokens;
        this.limits = limits;
        this.addresses = addresses;
    }

    /** The {@code Authorization} to go on with, empty for nobody; fails with a 401 or a 429. Does not block. */
    Future<Optional<String>> ask(RoutingContext exchange, Listener listener, Route route) {
        boolean counted = route.limited() && listener == Listener.PUBLIC;
        return caller(exchange, listener, route)
                .recover(refusal -> counted ? refused(exchange, refusal) : Future.failedFuture(refusal))
                .compose(caller -> counted
                        ? limits.count(exchange, caller.subject()).map(done -> caller)
                        : Future.succeededFuture(caller))
                .map(caller -> letIn(route.access(), caller))
                .compose(authorization -> onward(route.destination(), authorization));
    }

    /** The operator's own services do not get what opens the shop's. */
    private Future<Optional<String>> onward(Destination destination, Optional<String> authorization) {
        return destination.isExtension() && authorization.isPresent()
                ? extensionTokens
                        .of(authorization.get().substring(Tokens.BEARER.length()), destination.label())
                        .map(token -> Optional.of(Tokens.BEARER + token))
                : Future.succeededFuture(authorization);
    }

    private Future<Admitted> caller(RoutingContext exchange, Listener listener, Route route) {
        HttpServerRequest request = exchange.request();
        try {
            return switch (route.reading()) {
                case VERIFIED -> tokens.admit(exchange, listener);
                case IGNORED -> Future.succeededFuture(tokens.anonymous(request, Optional.empty()));
                case LEFT ->
                    Future.succeededFuture(tokens.anonymous(
                            request, Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))));
            };
        } catch (ProblemException refusal) {
            return Future.failedFuture(refusal);
        }
    }

    /** Whoever is let in was counted before, and so was whoever is not. */
    private static Optional<String> letIn(Access access, Admitted caller) {
        Subject.Kind kind = caller.subject().kind();
        if (access != Access.PUBLIC && kind == Subject.Kind.ADDRESS) {
            throw new ProblemException(CommonProblem.UNAUTHENTICATED, "send an access token or an API key")
                    .withHeader("WWW-Authenticate", "Bearer");
        }
        if (access == Access.STAFF && kind == Subject.Kind.CUSTOMER) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "only staff and scripts get in here");
        }
        return caller.authorization();
    }

    /** Who is not known is counted by address, so that nobody can try tokens for ever. */
    private Future<Admitted> refused(RoutingContext exchange, Throwable refusal) {
        boolean bad = refusal instanceof ProblemException problem && problem.code() == CommonProblem.UNAUTHENTICATED;
        return bad
                ? limits.count(exchange, Subject.address(addresses.of(exchange.request())))
                        .compose(counted -> Future.failedFuture(refusal))
                : Future.failedFuture(refusal);
    }
}
