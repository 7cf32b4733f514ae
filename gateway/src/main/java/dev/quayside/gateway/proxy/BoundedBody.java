package dev.quayside.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body that fails as soon as it grows past its limit, whatever length it had announced. */
final class BoundedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> body;
    private final long most;
    private long seen;
    private boolean tooLarge;
    private boolean ended;
    private @Nullable Handler<Throwable> onFailure;

    BoundedBody(ReadStream<Buffer> body, long most) {
        this.body = body;
        this.most = most;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> take(chunk, handler));
        return this;
    }

    private void take(Buffer chunk, Handler<Buffer> handler) {
        seen += chunk.length();
        if (seen <= most) {
            handler.handle(chunk);
        } else if (!tooLarge) {
            tooLarge = true;
            Handler<Throwable> failed = onFailure;
            if (failed != null) {
                failed.handle(new IllegalStateException("the body is longer than " + most + " bytes"));
            }
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended = true;
                            // A body that was cut must not look like a whole one to the service.
                            if (!tooLarge) {
                                handler.handle(null);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
