package dev.quayside.gateway.proxy;

import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body that fails as soon as it grows past its limit, whatever length it had announced, or comes too slowly. */
final class BoundedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> body;
    private final long most;
    private final Pace pace;
    private long seen;
    private boolean ended;
    private @Nullable ProblemException refusal;
    private @Nullable Handler<Throwable> onFailure;
    private Runnable onEnd = () -> {};

    BoundedBody(ReadStream<Buffer> body, long most, Pace pace) {
        this.body = body;
        this.most = most;
        this.pace = pace;
    }

    /** Why it was cut, if it was. */
    @Nullable
    ProblemException refusal() {
        return refusal;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Called when the last byte was passed on. */
    void onEnd(Runnable whenEnded) {
        onEnd = whenEnded;
    }

    Pace pace() {
        return pace;
    }

    /** Ends it before its end: the service gets no whole body, and the client this answer, if it still listens. */
    void cut(ProblemException why) {
        if (refusal == null && !ended) {
            refusal = why;
            Handler<Throwable> failed = onFailure;
            if (failed != null) {
                failed.handle(why);
            }
        }
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> take(chunk, handler));
        return this;
    }

    private void take(Buffer chunk, Handler<Buffer> handler) {
        seen += chunk.length();
        pace.came(chunk.length());
        if (seen > most) {
            cut(Failures.tooLarge(most));
        } else if (refusal == null) {
            handler.handle(chunk);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        body.exceptionHandler(handler == null ? null : failure -> cut(Failures.brokenBody()));
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler == null ? null : end -> end(handler));
        return this;
    }

    private void end(Handler<Void> handler) {
        ended = true;
        // A body that was cut must not look like a whole one to the service.
        if (refusal == null) {
            handler.handle(null);
            onEnd.run();
        }
    }

    @Override
    public ReadStream<Buffer> pause() {
        pace.held(System.nanoTime());
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        pace.asked(System.nanoTime());
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        pace.asked(System.nanoTime());
        body.fetch(amount);
        return this;
    }
}
