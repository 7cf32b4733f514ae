package dev.quayside.gateway.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service of an operator's own: it says what it was asked, in an answer or as the first thing in a WebSocket, where it says all again. */
final class Talker {
    private static final Vertx VERTX = Vertx.vertx();

    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private Talker() {}

    /** Starts it and returns its address. */
    static String start() {
        HttpServer server = VERTX.createHttpServer(new HttpServerOptions().setWebSocketClosingTimeout(0))
                .requestHandler(request -> {
                    if (request.headers().contains("Upgrade") && !request.path().equals("/no")) {
                        request.toWebSocket().onSuccess(socket -> talk(request, socket));
                    } else {
                        request.response().putHeader("Content-Type", "application/json");
                        request.response().end(said(request));
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        return "http://127.0.0.1:" + server.actualPort();
    }

    private static void talk(HttpServerRequest request, ServerWebSocket socket) {
        Future<Void> said = socket.writeTextMessage(said(request));
        if (request.headers().contains("X-Brief")) {
            said.onSuccess(brief -> socket.close());
        } else {
            socket.textMessageHandler(socket::writeTextMessage);
        }
    }

    private static String said(HttpServerRequest request) {
        JsonObject said = new JsonObject().put("uri", request.uri()).put("requests", REQUESTS.incrementAndGet());
        for (Map.Entry<String, String> header : request.headers()) {
            said.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
        }
        return said.encode();
    }
}
