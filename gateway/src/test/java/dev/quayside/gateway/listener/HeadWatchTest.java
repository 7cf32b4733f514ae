package dev.quayside.gateway.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadWatchTest {
    private static final Duration NEXT = Duration.ofMillis(300);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @AfterEach
    void stop() {
        join(vertx.close());
    }

    /** Of the requests of a connection over HTTP/2 the last to be answered counts. */
    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void aConnectionIsCutWhenItBringsNothingAfterItsAnswersAndNotBefore(HttpVersion version) {
        HttpServer server = serve();
        HttpClient client = client(version);
        Future<HttpClientResponse> slow = get(client, server, "/held");
        HttpServerRequest request = held.orTimeout(30, TimeUnit.SECONDS).join();
        if (version == HttpVersion.HTTP_2) {
            assertThat(join(get(client, server, "/quick")).statusCode()).isEqualTo(200);
        }
        join(vertx.timer(NEXT.multipliedBy(4).toMillis(), TimeUnit.MILLISECONDS));
        assertThat(closed).isNotDone();
        vertx.runOnContext(there -> request.response().end());
        assertThat(join(slow).statusCode()).isEqualTo(200);
        closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** What it brings from then on is no head of a request, however long that takes. */
    @Test
    void aConnectionThatIsHttpNoMoreIsLeftAlone() throws IOException {
        HttpServer server = serve();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET /upgrade HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 101 Switching Protocols\r\n\r\n".length());
            assertThat(new String(head, StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 101")
                    .endsWith("\r\n\r\n");
            join(vertx.timer(NEXT.multipliedBy(4).toMillis(), TimeUnit.MILLISECONDS));
            socket.getOutputStream().write('x');
            assertThat(socket.getInputStream().read()).isEqualTo('x');
        }
    }

    private HttpServer serve() {
        CompletableFuture<HttpServer> listening = new CompletableFuture<>();
        vertx.runOnContext(there -> {
            HeadWatch watch = new HeadWatch(Duration.ofSeconds(30), NEXT);
            vertx.setPeriodic(50, timer -> watch.look());
            vertx.createHttpServer()
                    .connectionHandler(watch::opened)
                    .requestHandler(request -> {
                        boolean served = watch.brought(request);
                        if (request.path().equals("/upgrade")) {
                            request.toNetSocket().onSuccess(socket -> socket.handler(socket::write));
                        } else if (served && (!request.path().equals("/held") || !held.complete(request))) {
                            request.response().end();
                        }
                    })
                    .listen(0, "127.0.0.1")
                    .onSuccess(listening::complete);
        });
        return listening.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private HttpClient client(HttpVersion version) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false))
                .withConnectHandler(connection -> connection.closeHandler(closed::complete))
                .build();
    }

    private static Future<HttpClientResponse> get(HttpClient client, HttpServer server, String path) {
        return client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", path)
                .compose(request -> request.send());
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
