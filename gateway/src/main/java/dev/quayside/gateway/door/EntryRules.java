package dev.quayside.gateway.door;

import dev.quayside.gateway.compression.Answers;
import dev.quayside.gateway.limit.Standings;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.proxy.Handshake;
import dev.quayside.gateway.proxy.LingeringClose;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.route.Route;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.request.RequestId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What is asked of every request, whatever its route. */
@ApplicationScoped
class EntryRules {
    /** TRACE would show headers to scripts, CONNECT would tunnel; neither has a use here. */
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final CrossOrigin crossOrigin;
    private final SecurityHeaders security;
    private final Answers answers;
    private final OwnBodyWatch ownBodies;
    private final LingeringClose closing;

    EntryRules(
            CrossOrigin crossOrigin,
            SecurityHeaders security,
            Answers answers,
            OwnBodyWatch ownBodies,
            LingeringClose closing) {
        this.crossOrigin = crossOrigin;
        this.security = security;
        this.answers = answers;
        this.ownBodies = ownBodies;
        this.closing = closing;
    }

    /** Gives the request its id, and the answer the headers that every answer has, whoever writes it. */
    void mark(RoutingContext exchange, Listener listener) {
        HttpServerRequest request = exchange.request();
        String id = RequestId.acceptedOrNew(request.getHeader(RequestId.HEADER));
        request.headers().set(RequestId.HEADER, id);
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || Handshake.isAsked(request)) {
            // The listener takes nothing after it.
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        // At the last moment, because JAX-RS adds to headers that are already there.
        exchange.addHeadersEndHandler(sent -> complete(exchange, listener, id));
        // Whoever answers: a body that nobody read to its end must not be sent for ever.
        exchange.addEndHandler(answered -> closing.after(request));
    }

    private void complete(RoutingContext exchange, Listener listener, String id) {
        HttpServerRequest request = exchange.request();
        MultiMap headers = request.response().headers();
        Standings.write(exchange);
        headers.set(RequestId.HEADER, id);
        security.mark(headers, request.isSSL());
        if (listener == Listener.PUBLIC) {
            crossOrigin.mark(request, headers);
            answers.mark(exchange);
        }
    }

    /** Whether this was a browser's question before its request, now answered. Services are no browsers. */
    boolean answerCrossOrigin(HttpServerRequest request, Listener listener) {
        return listener == Listener.PUBLIC && crossOrigin.answer(request);
    }

    /** Refuses a head that could be read in two ways, methods that are not taken and a body that says itself that it is too large. */
    void check(RoutingContext exchange, Route route) {
        HttpServerRequest request = exchange.request();
        checkFraming(request);
        answers.asked(exchange, route);
        if (!METHODS.contains(request.method())) {
            throw new ProblemException(CommonProblem.METHOD_NOT_ALLOWED, "the path exists, the method does not");
        }
        if (Handshake.isAsked(request)) {
            checkSocket(request, route);
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isMore(length, route.maxBody())) {
            throw new ProblemException(
                    CommonProblem.BODY_TOO_LARGE, "at most " + route.maxBody() + " bytes are taken here");
        }
        if (route.destination().isGateway()) {
            ownBodies.watch(exchange);
        }
    }

    private void checkSocket(HttpServerRequest request, Route route) {
        if (!route.destination().isExtension()) {
            throw new ProblemException(GatewayProblem.WEBSOCKET_NOT_TAKEN, "WebSockets are for extensions alone");
        }
        crossOrigin.checkSocket(request);
    }

    private static void checkFraming(HttpServerRequest request) {
        MultiMap headers = request.headers();
        if (request.version() == HttpVersion.HTTP_2) {
            // Frames can hold what a line of HTTP/1.1 cannot (RFC 9113, 8.2.1).
            headers.forEach((name, value) -> {
                checkCharacters(name);
                checkCharacters(value);
                if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0 || name.indexOf(':') >= 0) {
                    throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "a header's name holds a separator");
                }
            });
        }
        List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean chunked = encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked");
        if (!encodings.isEmpty() && !chunked) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST, "the only transfer coding that is taken is chunked");
        }
    }

    private static void checkCharacters(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "a header holds a control character");
            }
        }
    }

    private static boolean isMore(String length, long most) {
        try {
            return Long.parseLong(length) > most;
        } catch (NumberFormatException e) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "Content-Length is not a number");
        }
    }
}
