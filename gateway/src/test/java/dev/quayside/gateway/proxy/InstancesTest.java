package dev.quayside.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.upstream.Fixtures;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service with two instances, of which one is not well. */
@Timeout(120)
class InstancesTest {
    private static final UnaryOperator<Fixtures.Settings> USUAL = UnaryOperator.identity();
    private static final Handler<HttpServerRequest> WELL =
            request -> request.response().end("well");
    private static final Handler<HttpServerRequest> BREAKING =
            request -> request.connection().close();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void requestsAreSharedAmongThem() throws Exception {
        try (Edge edge = new Edge(USUAL, List.of(WELL, WELL))) {
            for (int i = 0; i < 40; i++) {
                assertThat(get(edge).statusCode()).isEqualTo(200);
            }
            assertThat(edge.backend(0).requests.get()).isPositive();
            assertThat(edge.backend(1).requests.get()).isPositive();
        }
    }

    @Test
    void whoIsBusyGetsNoMore() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        Handler<HttpServerRequest> holdsTheFirst = request -> {
            if (request.path().endsWith("/hold")) {
                held.countDown();
            } else {
                request.response().end("well");
            }
        };
        try (Edge edge = new Edge(USUAL, List.of(holdsTheFirst, holdsTheFirst))) {
            CompletableFuture<HttpResponse<String>> first =
                    CLIENT.sendAsync(request(edge, "/any/hold").build(), HttpResponse.BodyHandlers.ofString());
            held.await();
            int busy = edge.backend(0).requests.get() == 1 ? 0 : 1;
            for (int i = 0; i < 10; i++) {
                assertThat(get(edge).statusCode()).isEqualTo(200);
            }
            assertThat(edge.backend(busy).requests).hasValue(1);
            assertThat(edge.backend(1 - busy).requests).hasValue(10);
            first.cancel(true);
        }
    }

    /** Nothing of it was sent, so it is safe whatever it does. */
    @Test
    void whatCannotBeSentToOneIsSentToAnother() throws Exception {
        try (Edge edge = new Edge(USUAL, List.of(WELL, WELL))) {
            edge.backend(0).stop();
            for (int i = 0; i < 12; i++) {
                assertThat(post(edge).statusCode()).isEqualTo(200);
                assertThat(get(edge).statusCode()).isEqualTo(200);
            }
            assertThat(edge.backend(1).requests).hasValue(24);
        }
    }

    @Test
    void aReadThatBreaksOffIsSentToAnother() throws Exception {
        try (Edge edge = new Edge(USUAL, List.of(BREAKING, WELL))) {
            for (int i = 0; i < 20; i++) {
                assertThat(get(edge).body()).isEqualTo("well");
            }
            assertThat(edge.backend(1).requests).hasValue(20);
        }
    }

    /** It may have happened, so that it is for the client to ask. */
    @Test
    void aWriteThatBreaksOffIsNotSentAgain() throws Exception {
        try (Edge edge = new Edge(USUAL, List.of(BREAKING, BREAKING))) {
            for (int i = 0; i < 6; i++) {
                assertThat(post(edge).statusCode()).isEqualTo(502);
            }
            for (String method : List.of("PUT", "DELETE", "PATCH", "POST")) {
                HttpRequest empty = request(edge, "/any/1")
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
                assertThat(send(empty).statusCode()).isEqualTo(502);
            }
            assertThat(edge.backend(0).requests.get() + edge.backend(1).requests.get())
                    .isEqualTo(10);
        }
    }

    @Test
    void whoFailsAgainAndAgainIsLeftAlone() throws Exception {
        try (Edge edge = new Edge(USUAL, List.of(BREAKING, WELL))) {
            int failed = 0;
            for (int i = 0; i < 60; i++) {
                failed += post(edge).statusCode() == 200 ? 0 : 1;
            }
            // Five, and one more for each second that this took: far from the half that it would get.
            assertThat(failed).isBetween(1, 15);
        }
    }

    @Test
    void whenAllAreAwayTheFirstThatComesBackIsUsedAtOnce() throws Exception {
        try (Edge edge = new Edge(USUAL, List.of(WELL, WELL))) {
            edge.backend(0).stop();
            edge.backend(1).stop();
            for (int i = 0; i < 6; i++) {
                HttpResponse<String> away = post(edge);
                assertThat(away.statusCode()).isEqualTo(502);
                assertThat(away.body()).contains("bad_gateway");
            }
            edge.backend(1).start();
            assertThat(post(edge).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatDoesNotFitInIsRefusedInsteadOfPilingUp() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        try (Edge edge =
                new Edge(settings -> settings.narrow(Duration.ofMillis(300)), List.of(request -> held.countDown()))) {
            CompletableFuture<HttpResponse<String>> underWay =
                    CLIENT.sendAsync(request(edge, "/any/1").build(), HttpResponse.BodyHandlers.ofString());
            held.await();
            HttpResponse<String> waited = post(edge);
            assertThat(waited.statusCode()).isEqualTo(503);
            assertThat(waited.body()).contains("busy");
            assertThat(waited.headers().firstValue("Retry-After")).contains("2");
            assertThat(edge.backend(0).requests).hasValue(1);
            underWay.cancel(true);
        }
    }

    private static HttpResponse<String> get(Edge edge) throws IOException, InterruptedException {
        return send(request(edge, "/any/1").GET().build());
    }

    private static HttpResponse<String> post(Edge edge) throws IOException, InterruptedException {
        return send(request(edge, "/any/1")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Edge edge, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30));
    }
}
