package dev.quayside.gateway.listener;

import dev.quayside.gateway.proxy.Handshake;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes connections that do not bring the head of a request in time, however busily they send parts of one. Bytes now and then keep a
 * connection from being idle, so that an idle time-out alone does not end them. For one event loop alone.
 */
final class HeadWatch {
    /** One connection brings thousands of requests in the second between two looks. */
    private static final int SWEEP_AT = 256;

    private final Map<HttpConnection, Watched> connections = new HashMap<>();
    private final long firstHead;
    private final long nextHead;

    /** A connection, its requests that are not answered yet, and since when it is free for another one. */
    private static final class Watched {
        private final List<HttpServerRequest> open = new ArrayList<>();
        private long freeSince;
        private long sweepAt = SWEEP_AT;
        private boolean first = true;
        private boolean ends;

        private Watched(long now) {
            freeSince = now;
        }

        private void brings(HttpServerRequest request) {
            first = false;
            open.add(request);
            if (open.size() >= sweepAt) {
                sweep();
                sweepAt = Math.max(SWEEP_AT, 2L * open.size());
            }
        }

        /** Nothing that comes on it is a request any more. */
        private boolean isUpgraded() {
            return open.stream()
                    .anyMatch(request -> request.response().headWritten()
                            && request.response().getStatusCode() == HttpResponseStatus.SWITCHING_PROTOCOLS.code());
        }

        private boolean isBusy() {
            sweep();
            return !open.isEmpty();
        }

        private void sweep() {
            open.removeIf(
                    request -> request.response().ended() || request.response().closed());
        }
    }

    /**
     * @param first from the connection to the head of its first request
     * @param next from the end of one answer to the head of the next request
     */
    HeadWatch(Duration first, Duration next) {
        this.firstHead = first.toNanos();
        this.nextHead = next.toNanos();
    }

    void opened(HttpConnection connection) {
        connections.put(connection, new Watched(System.nanoTime()));
        connection.closeHandler(closed -> connections.remove(connection));
    }

    /**
     * Notes a request; whether it may be served. Nothing is after a request of HTTP/1 that came in chunks: whoever is before us may have
     * gone by a Content-Length that the HTTP server has dropped (RFC 9112, 6.1), and what it took for the rest of that request's body
     * must not be read as another request. Nor is anything after one that asks for a WebSocket: whoever believes that it is open sends
     * what somebody else may have chosen.
     */
    boolean brought(HttpServerRequest request) {
        Watched watched = connections.get(request.connection());
        if (watched == null || watched.ends) {
            request.connection().close();
            return false;
        }
        watched.brings(request);
        boolean last = request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || Handshake.isAsked(request);
        watched.ends = request.version() != HttpVersion.HTTP_2 && last;
        return true;
    }

    /** Closes those whose time is over. */
    void look() {
        connections.values().removeIf(Watched::isUpgraded);
        long now = System.nanoTime();
        connections.entrySet().stream()
                .filter(each -> isOver(each.getValue(), now))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(HttpConnection::close);
    }

    private boolean isOver(Watched watched, long now) {
        if (watched.isBusy()) {
            watched.freeSince = now;
            return false;
        }
        return now - watched.freeSince > (watched.first ? firstHead : nextHead);
    }
}
