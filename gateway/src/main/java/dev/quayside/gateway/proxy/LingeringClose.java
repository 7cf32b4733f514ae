package dev.quayside.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends a connection whose request was answered before its body was read. It reads on for a moment first: a connection that is closed
 * under a client's body takes the answer with it.
 */
@ApplicationScoped
public class LingeringClose {
    private static final long LINGER_MILLIS = 1_000;

    private final Vertx vertx;

    LingeringClose(Vertx vertx) {
        this.vertx = vertx;
    }

    /** To be called once the answer is written. A request that has ended keeps its connection. */
    public void after(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        request.resume();
        vertx.setTimer(LINGER_MILLIS, timer -> {
            if (!request.isEnded()) {
                end(request);
            }
        });
    }

    /** Over HTTP/2 the other requests of the connection go on; NO_ERROR says that the answer counts (RFC 9113, 8.1). */
    private static void end(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(0);
        } else {
            request.connection().close();
        }
    }
}
