package dev.quayside.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches over one body on its way. The clock of the answer starts when the service has all of it: until then the client's pace counts,
 * and that the service goes on reading.
 */
final class BodyWatch {
    private static final long EVERY_MILLIS = 500;

    private final Vertx vertx;
    private final BoundedBody body;
    private final Duration answer;
    private final long timer;
    private @Nullable HttpClientRequest sending;

    BodyWatch(Vertx vertx, BoundedBody body, Duration answer) {
        this.vertx = vertx;
        this.body = body;
        this.answer = answer;
        this.timer = vertx.setPeriodic(EVERY_MILLIS, tick -> look());
        body.onEnd(this::sent);
    }

    /** The body goes into this request. */
    void into(HttpClientRequest request) {
        sending = request;
    }

    private void look() {
        long now = System.nanoTime();
        if (body.pace().isTooSlow(now)) {
            stop();
            body.cut(Failures.clientTooSlow());
        } else if (sending != null && body.pace().heldNanos(now) > answer.toNanos()) {
            stop();
            body.cut(Failures.serviceTooSlow());
        }
    }

    private void sent() {
        stop();
        HttpClientRequest request = sending;
        if (request != null && !request.response().isComplete()) {
            var unused = request.idleTimeout(answer.toMillis());
        }
    }

    /** Ends the watch; may be called twice. */
    void stop() {
        vertx.cancelTimer(timer);
    }
}
