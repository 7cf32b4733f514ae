package dev.quayside.catalog;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Which paths take more than a JSON body. Quarkus knows one limit for all of them, which is set to the largest; here every other path gets
 * its own. The gateway has the same limits and refuses earlier.
 */
@ApplicationScoped
class LargeBodies {
    static final long USUAL = 1L << 20;

    private static final Map<String, Long> LARGE = Map.of(
            "/v1/admin/products:bulk", 128L << 20,
            "/v1/admin/imports", 256L << 20,
            "/v1/admin/stock-takes", 256L << 20,
            "/v1/admin/media", 22L << 20);

    /** Where Quarkus keeps the limit of a body whose length is not announced. */
    private static final String LIMIT_KEY = "io.quarkus.max-request-size";

    void hang(@Observes Router router) {
        router.route().order(1).handler(LargeBodies::limit);
    }

    private static void limit(RoutingContext exchange) {
        long most = LARGE.getOrDefault(exchange.request().path(), USUAL);
        exchange.put(LIMIT_KEY, most);
        if (length(exchange) > most) {
            exchange.response()
                    .setStatusCode(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code())
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(sent -> exchange.request().connection().close());
            exchange.end();
        } else {
            exchange.next();
        }
    }

    private static long length(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
