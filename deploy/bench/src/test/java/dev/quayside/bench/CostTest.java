package dev.quayside.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final int ENOUGH = 50;
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    /** Longer than any machine needs to be refused, which ends it. */
    private static final Duration UNTIL_REFUSED = Duration.ofMinutes(1);

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    CostTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fine", exchange -> {
            try (exchange) {
                requests.incrementAndGet();
                String sent = exchange.getRequestHeaders().getFirst("Authorization");
                exchange.sendResponseHeaders("a token".equals(sent) ? 200 : 401, -1);
            }
        });
        server.createContext("/often", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(requests.incrementAndGet() < ENOUGH ? 200 : 429, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyAnswerIsCounted() throws Exception {
        Cost cost = measure("/fine", Map.of("Authorization", "a token"), A_MOMENT);
        assertThat(cost.answered()).isPositive().isEqualTo(requests.get());
        assertThat(cost.took()).isGreaterThanOrEqualTo(A_MOMENT);
    }

    @Test
    void timeAndProcessorAreSharedOutAmongTheRequests() {
        Cost cost = new Cost(1_000, Duration.ofSeconds(2), Duration.ofMillis(300));
        assertThat(cost.perSecond()).isEqualTo(500);
        assertThat(cost.microsEach()).isEqualTo(300);
    }

    @Test
    void aServerThatRefusesIsNotMeasured() {
        assertThatThrownBy(() -> measure("/fine", Map.of(), UNTIL_REFUSED)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> measure("/often", Map.of(), UNTIL_REFUSED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/often");
    }

    private Cost measure(String path, Map<String, String> headers, Duration length)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return Cost.of(ProcessHandle.current(), Question.get(address, headers), 4, length);
    }
}
