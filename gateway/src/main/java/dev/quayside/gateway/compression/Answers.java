package dev.quayside.gateway.compression;

import dev.quayside.gateway.route.Route;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides for each answer whether it is compressed. The listener does the rest. */
@ApplicationScoped
public class Answers {
    /** An answer that fits into one packet gains nothing. */
    private static final long SMALLEST = 1_024;

    private static final Set<String> TYPES = Set.of(
            "application/json",
            "application/problem+json",
            "application/openapi+json",
            "application/x-ndjson",
            "application/javascript",
            "text/javascript",
            "text/html",
            "text/css",
            "text/csv",
            "text/plain",
            "image/svg+xml");
    private static final String ROUTE = "quayside.compression.route";
    private static final String MARKED = "quayside.compression.marked";

    private final Negotiation negotiation = new Negotiation();

    /** Notes a request's route, and gives its conditions back the tags that the service knows. */
    public void asked(RoutingContext exchange, Route route) {
        exchange.put(ROUTE, route);
        MultiMap headers = exchange.request().headers();
        if (headers.contains(HttpHeaders.IF_NONE_MATCH) || headers.contains(HttpHeaders.IF_MATCH)) {
            exchange.put(MARKED, EntityTags.unmark(headers));
        }
    }

    /** Settles an answer's encoding; to be called when all other headers are there. */
    public void mark(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String encoding = negotiation.of(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        MultiMap headers = request.response().headers();
        int status = request.response().getStatusCode();
        Route route = exchange.get(ROUTE);
        boolean possible =
                route != null && route.compressed() && request.method().equals(HttpMethod.GET);
        if (possible && status == 304) {
            vary(headers);
            if (encoding != null && Boolean.TRUE.equals(exchange.<Boolean>get(MARKED))) {
                EntityTags.mark(headers, encoding);
            }
        } else if (possible && status == 200 && isWorthIt(headers)) {
            vary(headers);
            if (encoding != null) {
                EntityTags.mark(headers, encoding);
            }
        } else if (encoding != null
                && status != HttpResponseStatus.SWITCHING_PROTOCOLS.code()
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            // The listener leaves alone what says that it has an encoding already.
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
    }

    private static boolean isWorthIt(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        String control = headers.get(HttpHeaders.CACHE_CONTROL);
        return !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && (length == null || length.length() > 18 || Long.parseLong(length) >= SMALLEST)
                && (control == null || !control.contains("no-transform"))
                && isText(headers.get(HttpHeaders.CONTENT_TYPE));
    }

    private static boolean isText(@Nullable String type) {
        if (type == null) {
            return false;
        }
        int parameters = type.indexOf(';');
        return TYPES.contains(
                (parameters < 0 ? type : type.substring(0, parameters)).trim().toLowerCase(Locale.ROOT));
    }

    private static void vary(MultiMap headers) {
        if (headers.getAll(HttpHeaders.VARY).stream()
                .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("accept-encoding"))) {
            headers.add(HttpHeaders.VARY, "Accept-Encoding");
        }
    }
}
