package dev.quayside.stripe.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;

/** Reads a request's body up to 1 MiB; more than that fails without being kept. */
public final class BoundedBody {
    private static final int MOST_BYTES = 1024 * 1024;

    private BoundedBody() {}

    public static Future<String> read(HttpServerRequest request) {
        Promise<String> done = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= MOST_BYTES) {
                body.appendBuffer(chunk);
            } else {
                done.tryFail(new TooLarge());
            }
        });
        request.exceptionHandler(done::tryFail);
        request.endHandler(end -> done.tryComplete(body.toString(StandardCharsets.UTF_8)));
        return done.future();
    }

    /** The body is larger than what is read. */
    public static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("the body is larger than " + MOST_BYTES + " bytes");
        }
    }
}
