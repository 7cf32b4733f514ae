package dev.quayside.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.gateway.upstream.Fixtures;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.WriteStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are large, slow or without an end. */
@Timeout(120)
class StreamsTest {
    private static final UnaryOperator<Fixtures.Settings> USUAL = UnaryOperator.identity();
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final long LARGE = Boolean.getBoolean("quayside.soak") ? 1L << 30 : 64L << 20;
    /** What sockets and queues on the way may hold. */
    private static final long IN_BETWEEN = 32L << 20;

    private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

    @Test
    void anAnswerThatNobodyReadsIsNotFetched() {
        AtomicLong written = new AtomicLong();
        try (Edge edge = new Edge(USUAL, List.of(request -> {
            request.response().putHeader("Content-Length", Long.toString(LARGE));
            pump(request.response(), written);
        }))) {
            HttpClientResponse answer = Edge.join(request(edge, HttpMethod.GET)
                    .compose(sending -> sending.send().onSuccess(HttpClientResponse::pause)));
            awaitStandstill(written);
            assertThat(written.get()).isLessThan(IN_BETWEEN);
            assertThat(count(answer).join()).isEqualTo(LARGE);
        }
    }

    @Test
    void aBodyThatNobodyTakesIsNotRead() {
        CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
        AtomicLong taken = new AtomicLong();
        try (Edge edge = new Edge(USUAL, List.of(request -> {
            request.pause();
            request.handler(chunk -> taken.addAndGet(chunk.length()));
            request.endHandler(end -> request.response().end("all"));
            arrived.complete(request);
        }))) {
            HttpClientRequest sending = Edge.join(request(edge, HttpMethod.PUT));
            sending.putHeader("Content-Length", Long.toString(LARGE));
            AtomicLong written = new AtomicLong();
            pump(sending, written);
            HttpServerRequest request = arrived.join();
            awaitStandstill(written);
            assertThat(written.get()).isLessThan(IN_BETWEEN);
            request.resume();
            assertThat(Edge.join(sending.response()).statusCode()).isEqualTo(200);
            assertThat(taken.get()).isEqualTo(LARGE);
        }
    }

    /** The clock of the answer starts when the service has the whole body. */
    @Test
    void aBodyThatTakesLongerThanTheAnswerMayIsNotCutWhileItFlows() {
        try (Edge edge = new Edge(
                settings -> settings.answering(SHORT),
                List.of(request ->
                        request.body().onSuccess(body -> request.response().end(Integer.toString(body.length())))))) {
            HttpClientRequest sending = Edge.join(request(edge, HttpMethod.POST));
            sending.setChunked(true);
            int chunks = 8;
            CompletableFuture<String> answer = answer(sending);
            every(edge, SHORT.dividedBy(4), chunks, () -> sending.write(CHUNK), sending::end);
            assertThat(answer.join()).isEqualTo("200 " + chunks * CHUNK.length());
        }
    }

    @Test
    void aServiceThatHasTheBodyAndSaysNothingIsA504() {
        try (Edge edge = new Edge(
                settings -> settings.answering(SHORT),
                List.of(request -> request.body().onSuccess(body -> {})))) {
            assertThat(Edge.join(request(edge, HttpMethod.POST).compose(sending -> sending.send("{}")))
                            .statusCode())
                    .isEqualTo(504);
        }
    }

    @Test
    void aServiceThatStopsReadingTheBodyIsA504() {
        try (Edge edge = new Edge(settings -> settings.answering(SHORT), List.of(HttpServerRequest::pause))) {
            HttpClientRequest sending = Edge.join(request(edge, HttpMethod.PUT));
            sending.putHeader("Content-Length", Long.toString(LARGE));
            pump(sending, new AtomicLong());
            assertThat(Edge.join(sending.response()).statusCode()).isEqualTo(504);
        }
    }

    @Test
    void aClientThatSendsAByteNowAndThenIsCut() {
        try (Edge edge = new Edge(
                USUAL,
                List.of(request ->
                        request.body().onSuccess(body -> request.response().end())))) {
            HttpClientRequest sending = Edge.join(request(edge, HttpMethod.POST));
            sending.putHeader("Content-Length", "1000").exceptionHandler(cut -> {});
            CompletableFuture<String> answer = answer(sending);
            every(edge, Duration.ofMillis(50), 900, () -> sending.write("x"), () -> {});
            assertThat(answer.join()).startsWith("408").contains("request_timeout");
        }
    }

    @Test
    void anEventIsThereBeforeTheNextIsMade() {
        CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
        try (Edge edge = new Edge(settings -> settings.answering(SHORT), List.of(request -> {
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            request.response().write("data: 0\n\n");
            arrived.complete(request);
        }))) {
            List<String> seen = new CopyOnWriteArrayList<>();
            HttpClientResponse stream = Edge.join(request(edge, HttpMethod.GET)
                    .compose(sending ->
                            sending.send().onSuccess(answer -> answer.handler(part -> seen.add(part.toString())))));
            assertThat(stream.getHeader("Content-Type")).isEqualTo("text/event-stream");
            for (int i = 0; i < 5; i++) {
                String expected = "data: " + i + "\n\n";
                await().until(() -> String.join("", seen).endsWith(expected));
                arrived.join().response().write("data: " + (i + 1) + "\n\n");
            }
        }
    }

    private static io.vertx.core.Future<HttpClientRequest> request(Edge edge, HttpMethod method) {
        HttpClient client = edge.vertx().createHttpClient();
        return client.request(method, edge.port(), "127.0.0.1", "/any/1");
    }

    private static CompletableFuture<String> answer(HttpClientRequest request) {
        return request.response()
                .compose(answer -> answer.body().map(body -> answer.statusCode() + " " + body))
                .toCompletionStage()
                .toCompletableFuture();
    }

    /** Writes as long as the other side takes it. */
    private static void pump(WriteStream<Buffer> to, AtomicLong written) {
        while (written.get() < LARGE) {
            if (to.writeQueueFull()) {
                to.drainHandler(drained -> pump(to, written));
                return;
            }
            written.addAndGet(CHUNK.length());
            to.write(CHUNK);
        }
        to.end();
    }

    private static void awaitStandstill(AtomicLong written) {
        AtomicLong before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> written.get() > 0 && before.getAndSet(written.get()) == written.get());
    }

    private static CompletableFuture<Long> count(HttpClientResponse answer) {
        CompletableFuture<Long> all = new CompletableFuture<>();
        AtomicLong bytes = new AtomicLong();
        answer.handler(chunk -> bytes.addAndGet(chunk.length()));
        answer.endHandler(end -> all.complete(bytes.get()));
        answer.resume();
        return all;
    }

    private static void every(Edge edge, Duration pause, int times, Runnable step, Runnable last) {
        AtomicLong done = new AtomicLong();
        edge.vertx().setPeriodic(pause.toMillis(), timer -> {
            if (done.incrementAndGet() <= times) {
                step.run();
            } else {
                edge.vertx().cancelTimer(timer);
                last.run();
            }
        });
    }
}
