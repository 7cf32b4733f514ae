package dev.quayside.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * Watches over one answer on its way. A client that takes nothing of it for a while is given up: over HTTP/2 one connection could hold
 * the connections of many requests to a service, and needs only a ping now and then not to be idle.
 */
final class AnswerWatch {
    private static final int LOOKS = 4;

    private final Vertx vertx;
    private final HttpServerResponse answer;
    private final long patience;
    private final Runnable giveUp;
    private final long timer;
    private long written = -1;
    private long since = System.nanoTime();

    /** @param patience for a client that takes nothing */
    AnswerWatch(Vertx vertx, HttpServerResponse answer, Duration patience, Runnable giveUp) {
        this.vertx = vertx;
        this.answer = answer;
        this.patience = patience.toNanos();
        this.giveUp = giveUp;
        this.timer = vertx.setPeriodic(patience.toMillis() / LOOKS, tick -> look());
    }

    private void look() {
        if (answer.ended() || answer.closed()) {
            stop();
            return;
        }
        long now = System.nanoTime();
        if (!answer.writeQueueFull() || answer.bytesWritten() != written) {
            written = answer.bytesWritten();
            since = now;
        } else if (now - since >= patience) {
            stop();
            giveUp.run();
        }
    }

    /** Ends the watch; may be called twice. */
    void stop() {
        vertx.cancelTimer(timer);
    }
}
