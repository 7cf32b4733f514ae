package dev.quayside.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.gateway.testing.RawHttp;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** WebSockets on their way through the gateway. */
@Timeout(120)
class WebSocketsTest {
    private static final String PATH = "/v1/extensions/chat/rooms/1?x=%2F";
    private static final List<String> HEAD = List.of(
            "GET " + PATH + " HTTP/1.1",
            "Host: shop",
            "Connection: keep-alive, Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==");

    private static final long LARGE = 64L << 20;
    /** What sockets and queues on the way may hold. */
    private static final long IN_BETWEEN = 32L << 20;

    private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

    /** The service's end of each WebSocket that it took. */
    private final List<CompletableFuture<ServerWebSocket>> taken = IntStream.range(0, 8)
            .mapToObj(i -> new CompletableFuture<ServerWebSocket>())
            .toList();

    private int next;

    private final Handler<HttpServerRequest> takes = request ->
            request.toWebSocket().onSuccess(socket -> taken.get(next++).complete(socket));

    @Test
    void whatIsSaidOnOneSideIsHeardOnTheOther() {
        List<String> asked = new ArrayList<>();
        try (Edge edge = edge(request -> {
            asked.add(request.uri());
            asked.addAll(request.headers().getAll("X-Forwarded-For"));
            asked.addAll(request.headers().getAll("Connection"));
            asked.addAll(request.headers().getAll("Cookie"));
            takes.handle(request);
        })) {
            WebSocket client = open(edge);
            ServerWebSocket service = service(0);
            CompletableFuture<String> heard = new CompletableFuture<>();
            service.textMessageHandler(text -> service.writeTextMessage(text + " too"));
            client.textMessageHandler(heard::complete);
            client.writeTextMessage("hello");
            assertThat(join(heard)).isEqualTo("hello too");
            assertThat(asked).containsExactly("/rooms/1?x=%2F", "203.0.113.9", "upgrade");
        }
    }

    @Test
    void whoDoesNotReadHoldsTheOtherSideBack() {
        try (Edge edge = edge(takes)) {
            WebSocket client = open(edge);
            ServerWebSocket service = service(0);
            heldBack(client, service);
            heldBack(service, client);
        }
    }

    private static void heldBack(WebSocketBase from, WebSocketBase to) {
        AtomicLong written = new AtomicLong();
        AtomicLong read = new AtomicLong();
        to.pause();
        to.handler(chunk -> read.addAndGet(chunk.length()));
        // On its own thread: what others write is not in its queue yet when they ask whether that is full.
        from.writePing(Buffer.buffer("x")).onComplete(sent -> pump(from, written));
        awaitStandstill(written);
        assertThat(written.get()).isLessThan(IN_BETWEEN);
        to.resume();
        await().atMost(Duration.ofSeconds(60)).untilAtomic(read, org.hamcrest.Matchers.is(LARGE));
    }

    @Test
    void theEndOfOneSideIsTheEndOfTheOther() {
        try (Edge edge = edge(takes)) {
            CompletableFuture<Void> left = new CompletableFuture<>();
            WebSocket client = open(edge);
            ServerWebSocket service = service(0).closeHandler(left::complete);
            client.close((short) 4001, "enough");
            join(left);
            assertThat(service.closeStatusCode()).isEqualTo((short) 4001);

            CompletableFuture<Void> told = new CompletableFuture<>();
            WebSocket second = open(edge).closeHandler(told::complete);
            service(1).close((short) 4002, "over");
            join(told);
            assertThat(second.closeStatusCode()).isEqualTo((short) 4002);
            awaitNone(edge);
        }
    }

    @Test
    void aConnectionThatBreaksOnOneSideIsTheEndOfTheOther() throws IOException {
        try (Edge edge = edge(takes)) {
            CompletableFuture<Void> left = new CompletableFuture<>();
            Socket client = shakeHands(edge);
            service(0).closeHandler(left::complete);
            client.setSoLinger(true, 0);
            client.close();
            join(left);

            CompletableFuture<Void> told = new CompletableFuture<>();
            WebSocket second = open(edge).closeHandler(told::complete);
            service(1);
            edge.backend(0).cut();
            join(told);
            assertThat(second.isClosed()).isTrue();
            awaitNone(edge);
        }
    }

    /** Neither connection is used again. */
    @Test
    void aNoIsAnOrdinaryAnswer() {
        try (Edge edge = edge(request -> request.response()
                .setStatusCode(401)
                .putHeader("Server", "secret")
                .putHeader("Location", "/sign-in")
                .end("not you"))) {
            String answer = raw(edge, HEAD, "");
            assertThat(answer)
                    .startsWith("HTTP/1.1 401")
                    .contains("not you", "/v1/extensions/chat/sign-in")
                    .containsIgnoringCase("Connection: close")
                    .doesNotContain("secret")
                    .containsOnlyOnce("HTTP/1.1");
            assertThat(raw(edge, HEAD, "")).startsWith("HTTP/1.1 401");
            assertThat(edge.backend(0).connections()).hasSize(2);
            awaitNone(edge);
        }
    }

    @Test
    void aNoWithoutALengthOrWithoutABodyIsWhole() {
        try (Edge edge = edge(request -> {
            if (request.headers().contains("X-Empty")) {
                request.response().setStatusCode(204).end();
            } else {
                request.response().setChunked(true).write("no");
                request.response().end(" way");
            }
        })) {
            assertThat(raw(edge, HEAD, "")).startsWith("HTTP/1.1 200").contains("\r\nno\r\n", "\r\n0\r\n\r\n");
            List<String> head = new ArrayList<>(HEAD);
            head.add("X-Empty: 1");
            assertThat(raw(edge, head, "")).startsWith("HTTP/1.1 204").endsWith("\r\n\r\n");
        }
    }

    /** Whoever gets a way to speak to it could speak HTTP. */
    @Test
    void aYesOfSomethingThatSpeaksNoWebSocketIsA502() {
        try (Edge edge = edge(request -> {
            request.response().putHeader("Upgrade", "websocket").putHeader("Sec-WebSocket-Accept", "x");
            request.toNetSocket();
        })) {
            assertThat(raw(edge, HEAD, ""))
                    .startsWith("HTTP/1.1 502")
                    .contains("bad_gateway")
                    .containsOnlyOnce("HTTP/1.1");
            assertThat(edge.backend(0).requests).hasValue(1);
            awaitNone(edge);
        }
    }

    @Test
    void anOpeningThatNoServiceCouldTakeIsRefusedByTheGateway() {
        try (Edge edge = edge(takes)) {
            assertThat(raw(edge, changed("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8"), ""))
                    .startsWith("HTTP/1.1 426")
                    .containsIgnoringCase("Sec-WebSocket-Version: 13")
                    .contains("websocket_version");
            for (List<String> head : List.of(
                    changed(HEAD.get(5), "X: y"),
                    changed(HEAD.get(5), "Sec-WebSocket-Key: AAEC"),
                    changed(HEAD.get(5), HEAD.get(5) + "\r\n" + HEAD.get(5)),
                    changed(HEAD.get(5), HEAD.get(5) + "\r\nContent-Length: 5"),
                    changed(HEAD.get(5), HEAD.get(5) + "\r\nTransfer-Encoding: chunked"))) {
                assertThat(raw(edge, head, "0\r\n\r\n"))
                        .startsWith("HTTP/1.1 400")
                        .contains("malformed_request")
                        .containsOnlyOnce("HTTP/1.1");
            }
            assertThat(edge.backend(0).requests).hasValue(0);
            awaitNone(edge);
        }
    }

    @Test
    void anyOtherUpgradeIsNotPassedOnAndTheConnectionStaysWhatItIs() {
        String last = "GET /any/2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (Edge edge = edge(request -> request.response().end("plain " + request.getHeader("Upgrade")))) {
            for (List<String> head :
                    List.of(changed(HEAD.get(0), "GET /any/1 HTTP/1.1"), changed(HEAD.get(3), "Upgrade: TLS/1.3"))) {
                assertThat(raw(edge, head, last))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("plain null")
                        .containsPattern("(?s)plain null.*plain null");
            }
        }
    }

    @Test
    void aServiceThatIsAwayIsA502AndOneThatSaysNothingA504() {
        try (Edge edge = edge(request -> {})) {
            assertThat(refusal(edge).getStatus()).isEqualTo(504);
            edge.backend(0).stop();
            assertThat(refusal(edge).getStatus()).isEqualTo(502);
            awaitNone(edge);
        }
    }

    /** Whoever speaks stays, even if they were there before. */
    @Test
    void whoSaysNothingForLongIsCutOnBothSides() {
        try (Edge edge = new Edge(new Edge.Sockets(16, 16, Duration.ofMillis(1_500)), List.of(takes))) {
            CompletableFuture<Void> cut = new CompletableFuture<>();
            CompletableFuture<Void> left = new CompletableFuture<>();
            WebSocket busy = open(edge);
            long speaking = edge.vertx().setPeriodic(100, timer -> busy.writePing(Buffer.buffer("x")));
            service(0);
            open(edge).closeHandler(cut::complete);
            service(1).closeHandler(left::complete);
            join(cut);
            join(left);
            assertThat(busy.isClosed()).isFalse();
            edge.vertx().cancelTimer(speaking);
            awaitNone(edge);
        }
    }

    @Test
    void thereIsABoundForAllOfThem() {
        try (Edge edge = new Edge(new Edge.Sockets(2, 16, Duration.ofMinutes(1)), List.of(takes))) {
            WebSocket first = open(edge);
            open(edge);
            UpgradeRejectedException refused = refusal(edge);
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getBody().toString()).contains("\"code\":\"busy\"");
            assertThat(edge.backend(0).requests).hasValue(2);
            first.close();
            await().until(() -> edge.webSockets().size() == 1);
            open(edge);
        }
    }

    @Test
    void thereIsABoundForEachAddress() {
        try (Edge edge = new Edge(new Edge.Sockets(16, 1, Duration.ofMinutes(1)), List.of(takes))) {
            WebSocket first = open(edge);
            UpgradeRejectedException refused = refusal(edge);
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getBody().toString()).contains("\"code\":\"too_many_websockets\"");
            assertThat(refused.getHeaders().get("Retry-After")).isEqualTo("30");
            first.close();
            awaitNone(edge);
            open(edge);
        }
    }

    @Test
    void whenTheGatewayStopsTheyEndAndNoneIsOpened() {
        try (Edge edge = edge(takes)) {
            CompletableFuture<Void> cut = new CompletableFuture<>();
            CompletableFuture<Void> left = new CompletableFuture<>();
            open(edge).closeHandler(cut::complete);
            service(0).closeHandler(left::complete);
            edge.webSockets().stop(new ShutdownEvent());
            join(cut);
            join(left);
            awaitNone(edge);
            assertThat(refusal(edge).getStatus()).isEqualTo(503);
        }
    }

    private static Edge edge(Handler<HttpServerRequest> service) {
        return new Edge(Edge.Sockets.USUAL, List.of(service));
    }

    private static Future<WebSocket> connect(Edge edge) {
        WebSocketClient client = edge.vertx().createWebSocketClient();
        return client.connect(new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(edge.port())
                .setURI(PATH)
                .addHeader("Cookie", "a=b")
                .addHeader("X-Forwarded-For", "6.6.6.6"));
    }

    private static WebSocket open(Edge edge) {
        return Edge.join(connect(edge));
    }

    private static UpgradeRejectedException refusal(Edge edge) {
        Future<Throwable> refused = connect(edge)
                .<Throwable>map(open -> new AssertionError("a WebSocket is open"))
                .recover(Future::succeededFuture);
        return (UpgradeRejectedException) Edge.join(refused);
    }

    private ServerWebSocket service(int index) {
        return join(taken.get(index));
    }

    private static Socket shakeHands(Edge edge) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write((String.join("\r\n", HEAD) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 101");
        return socket;
    }

    private static String raw(Edge edge, List<String> head, String after) {
        return RawHttp.sendWithBody(edge.port(), after, head.toArray(String[]::new));
    }

    private static List<String> changed(String line, String to) {
        String[] head = HEAD.toArray(String[]::new);
        head[HEAD.indexOf(line)] = to;
        return Arrays.asList(head);
    }

    private static void awaitNone(Edge edge) {
        await().until(() -> edge.webSockets().size() == 0);
    }

    /** Writes as long as the other side takes it. */
    private static void pump(WebSocketBase to, AtomicLong written) {
        while (written.get() < LARGE) {
            if (to.writeQueueFull()) {
                to.drainHandler(drained -> pump(to, written));
                return;
            }
            written.addAndGet(CHUNK.length());
            to.writeFinalBinaryFrame(CHUNK);
        }
        to.drainHandler(null);
    }

    private static void awaitStandstill(AtomicLong written) {
        AtomicLong before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> written.get() > 0 && before.getAndSet(written.get()) == written.get());
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
