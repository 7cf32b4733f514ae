package dev.quayside.stripe.server;

import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.fault.Fault;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.wire.Reply;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Objects;

/** One request and the ways in which it can be answered, the bad ones included. */
final class Exchange {
    private final HttpServerRequest request;
    private final String requestId;

    Exchange(HttpServerRequest request, String requestId) {
        this.request = request;
        this.requestId = requestId;
    }

    HttpServerRequest request() {
        return request;
    }

    String requestId() {
        return requestId;
    }

    void send(Reply reply) {
        if (!isGone()) {
            json(reply.status()).end(Json.writePretty(reply.body()));
        }
    }

    /** Says in the headers that the answer has been given before. */
    void markReplayed(String originalRequest) {
        request.response().putHeader("Idempotent-Replayed", "true").putHeader("Original-Request", originalRequest);
    }

    void retryable(Reply reply) {
        request.response().putHeader("Stripe-Should-Retry", "true");
        send(reply);
    }

    private boolean isGone() {
        return request.response().ended() || request.response().closed();
    }

    private HttpServerResponse json(int status) {
        HttpServerResponse response = request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-cache, no-store")
                .putHeader("Request-Id", requestId)
                .putHeader(
                        "Stripe-Version",
                        Objects.requireNonNullElse(request.getHeader("Stripe-Version"), Events.API_VERSION));
        String key = request.getHeader("Idempotency-Key");
        return key == null ? response : response.putHeader("Idempotency-Key", key);
    }

    /** Spoils the answer as the fault says. */
    void spoil(Fault fault, Reply reply) {
        if (isGone()) {
            return;
        }
        switch (fault.kind()) {
            case RESET -> reset();
            case CUT_REPLY -> cut(Buffer.buffer(Json.writePretty(reply.body())), reply.status());
            case EMPTY_200 -> empty(200);
            case EMPTY_503 -> empty(503);
            case HANG -> {}
            case HTML_502 ->
                request.response()
                        .setStatusCode(502)
                        .putHeader("Content-Type", "text/html")
                        .end("<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>");
            case LOCK_TIMEOUT_429, CONFLICT_409_IN_USE -> retryable(reply);
            case RATE_LIMIT_429, OUTAGE, STORED_500, DELAY -> send(reply);
        }
    }

    private void empty(int status) {
        request.response()
                .setStatusCode(status)
                .putHeader("Request-Id", requestId)
                .end();
    }

    private void cut(Buffer body, int status) {
        json(status).putHeader("Content-Length", Integer.toString(body.length()));
        request.response()
                .write(body.slice(0, body.length() / 2))
                .onComplete(written -> request.connection().close());
    }

    /** With lingering off a close is a reset, which the client sees at once. */
    private void reset() {
        if (request.connection() instanceof ConnectionBase connection) {
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            connection.close();
        }
    }
}
