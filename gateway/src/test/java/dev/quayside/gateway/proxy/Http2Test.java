package dev.quayside.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.gateway.upstream.Fixtures;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of a client's one connection: a request that has ended, or was given up, is treated as such and disturbs no other. */
@Timeout(60)
class Http2Test {
    private static final UnaryOperator<Fixtures.Settings> USUAL = UnaryOperator.identity();
    private static final int CANCEL = 8;

    @Test
    void aServiceThatHasTheWholeBodyAndSaysNothingIsA504() {
        try (Edge edge = new Edge(
                settings -> settings.answering(Duration.ofMillis(300)),
                List.of(request -> request.body().onSuccess(body -> {})))) {
            assertThat(answer(edge, "/any/1", "{}")).startsWith("504").contains("gateway_timeout");
        }
    }

    @Test
    void aServiceThatHasTheWholeBodyAndBreaksOffIsA502() {
        try (Edge edge = new Edge(
                USUAL,
                List.of(request ->
                        request.body().onSuccess(body -> request.connection().close())))) {
            assertThat(answer(edge, "/any/1", "{}")).startsWith("502").contains("bad_gateway");
        }
    }

    /** The end of the body comes before what its length has led to. */
    @Test
    void aWholeBodyPastTheLimitIsA413() {
        try (Edge edge = new Edge(USUAL, List.of(request -> request.body().onSuccess(body -> {})))) {
            for (int i = 0; i < 4; i++) {
                assertThat(answer(edge, "/small/1", "x".repeat(Edge.SMALL_BODY + 1)))
                        .startsWith("413")
                        .contains("body_too_large");
            }
        }
    }

    /** With room for one request at the service, so that one that was lost would leave none. */
    @Test
    void aRequestThatIsGivenUpLeavesItsPlaceAtTheService() {
        AtomicInteger arrived = new AtomicInteger();
        Handler<HttpServerRequest> service = request -> {
            if (request.path().endsWith("/slow")) {
                arrived.incrementAndGet();
            } else {
                request.body().onSuccess(body -> request.response().end(body));
            }
        };
        try (Edge edge = new Edge(settings -> settings.narrow(Duration.ofSeconds(5)), List.of(service))) {
            for (int i = 1; i <= 3; i++) {
                HttpClientRequest given = Edge.join(request(edge, HttpMethod.POST, "/any/slow"));
                var unused = given.end("{}");
                int expected = i;
                await().until(() -> arrived.get() == expected);
                given.reset(CANCEL);
                assertThat(answer(edge, "/any/1", "kept")).isEqualTo("200 kept");
            }
        }
    }

    /** Its window stays closed, as long as it likes. */
    @Test
    void anAnswerThatNobodyTakesIsGivenUp() {
        Handler<HttpServerRequest> service = request -> {
            if (request.path().endsWith("/large")) {
                request.response().end(Buffer.buffer(new byte[8 << 20]));
            } else {
                request.body().onSuccess(body -> request.response().end(body));
            }
        };
        try (Edge edge = new Edge(
                settings -> settings.narrow(Duration.ofSeconds(20)), List.of(service), Duration.ofMillis(800))) {
            CompletableFuture<Throwable> cut = new CompletableFuture<>();
            Edge.join(request(edge, HttpMethod.POST, "/any/large")
                    .compose(sending -> sending.send("{}"))
                    .onSuccess(answer -> answer.exceptionHandler(cut::complete).pause()));
            assertThat(answer(edge, "/any/1", "kept")).isEqualTo("200 kept");
            assertThat(cut.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(StreamResetException.class);
        }
    }

    /** As a whole, or only its stream. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatIsGoneInTheMiddleOfItsAnswerLeavesItsPlace(boolean wholly) {
        Handler<HttpServerRequest> service = request -> {
            if (request.path().endsWith("/endless")) {
                request.response().setChunked(true).write("begun");
            } else {
                request.body().onSuccess(body -> request.response().end(body));
            }
        };
        try (Edge edge = new Edge(settings -> settings.narrow(Duration.ofSeconds(20)), List.of(service))) {
            HttpClientRequest given = Edge.join(request(edge, HttpMethod.POST, "/any/endless"));
            Edge.join(given.send("{}"));
            if (wholly) {
                Edge.join(given.connection().close());
            } else {
                given.reset(CANCEL);
            }
            assertThat(answer(edge, "/any/1", "kept")).isEqualTo("200 kept");
        }
    }

    /** What clients do must not keep others from a service. */
    @Test
    void whoGivesUpSaysNothingOfTheService() {
        Handler<HttpServerRequest> silent = request -> {
            if (!request.path().endsWith("/slow")) {
                request.response().end();
            }
        };
        Handler<HttpServerRequest> quick = request -> request.response().end();
        try (Edge edge = new Edge(USUAL, List.of(silent, quick))) {
            AtomicInteger atSilent = edge.backend(0).requests;
            for (int given = 0; given < 8; ) {
                int before = atSilent.get();
                HttpClientRequest request = Edge.join(request(edge, HttpMethod.POST, "/any/slow"));
                CompletableFuture<?> answered =
                        request.send("{}").toCompletionStage().toCompletableFuture();
                await().until(() -> answered.isDone() || atSilent.get() > before);
                if (atSilent.get() > before) {
                    request.reset(CANCEL);
                    given++;
                }
            }
            int before = atSilent.get();
            // Of two that are as idle chance chooses; so often it does not choose one alone.
            for (int i = 0; i < 40; i++) {
                answer(edge, "/any/1", "{}");
            }
            assertThat(atSilent.get()).isGreaterThan(before);
        }
    }

    /** Given up while it waits for the one connection to the service, on which it cannot be sent any more. */
    @Test
    void aRequestThatIsGivenUpWhileItWaitsTakesNoPlace() {
        CompletableFuture<HttpServerRequest> first = new CompletableFuture<>();
        Handler<HttpServerRequest> service = request -> {
            if (!first.complete(request)) {
                request.body().onSuccess(body -> request.response().end(body));
            }
        };
        try (Edge edge = new Edge(settings -> settings.narrow(Duration.ofSeconds(5)), List.of(service))) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> answer(edge, "/any/1", "first"));
            HttpServerRequest held = first.orTimeout(30, TimeUnit.SECONDS).join();
            HttpClientRequest given = Edge.join(request(edge, HttpMethod.POST, "/any/2"));
            var unused = given.end("second");
            await().until(() -> edge.entered() == 2);
            given.reset(CANCEL);
            await().until(() -> edge.givenUp() == 1);
            held.response().end("first");
            assertThat(answer.join()).isEqualTo("200 first");
            assertThat(answer(edge, "/any/3", "kept")).isEqualTo("200 kept");
        }
    }

    /** Given up while it is not known yet whether it may come in. */
    @Test
    void aRequestThatIsGivenUpBeforeItIsForwardedIsNot() {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        AtomicInteger arrived = new AtomicInteger();
        try (Edge edge = new Edge(USUAL, List.of(request -> {
            arrived.incrementAndGet();
            request.response().end("kept");
        }))) {
            edge.vertx().exceptionHandler(failures::add);
            HttpClientRequest given = Edge.join(request(edge, HttpMethod.POST, Edge.LATE));
            Edge.join(given.sendHead());
            given.reset(CANCEL);
            await().until(() -> edge.givenUp() == 1);
            assertThat(answer(edge, "/any/1", "")).isEqualTo("200 kept");
            assertThat(arrived).hasValue(1);
            assertThat(failures).isEmpty();
        }
    }

    private static io.vertx.core.Future<HttpClientRequest> request(Edge edge, HttpMethod method, String path) {
        return client(edge).request(method, edge.port(), "127.0.0.1", path);
    }

    private static HttpClient client(Edge edge) {
        return edge.vertx()
                .createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false));
    }

    private static String answer(Edge edge, String path, String body) {
        return Edge.join(request(edge, HttpMethod.POST, path)
                .compose(sending -> sending.send(Buffer.buffer(body)))
                .compose(answer -> answer.body().map(text -> answer.statusCode() + " " + text)));
    }
}
