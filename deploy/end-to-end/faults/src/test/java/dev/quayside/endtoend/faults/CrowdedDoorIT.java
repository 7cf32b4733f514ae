package dev.quayside.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.kit.testing.Soak;
import dev.quayside.kit.testing.Together;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More connections than any shop has shoppers, at a gateway with a quarter of a gibibyte; gateway's own tests have a few hundred. */
@EndToEnd
@Soak
class CrowdedDoorIT {
    private static final int IDLE = 10_000;
    private static final int SLOW = 1_000;
    private static final int THREADS = 8;
    private static final byte[] REQUEST =
            "HEAD /v1/products?limit=1 HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HALF_A_HEAD =
            "GET /v1/products HTTP/1.1\r\nHost: x\r\nX: ".getBytes(StandardCharsets.US_ASCII);
    /** Others are served meanwhile, and soon. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final int port = URI.create(Shop.running().gatewayUrl()).getPort();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    @AfterEach
    void leave() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void tenThousandThatDoNothingKeepNobodyOut() throws IOException {
        assertThat(Together.run(THREADS, thread -> connectAndAsk(IDLE / THREADS)))
                .containsOnly(IDLE / THREADS);
        assertThat(open).hasSize(IDLE);
        servedSoon();
        List<Socket> all = new ArrayList<>(open);
        for (int n = 0; n < IDLE; n += IDLE / 100) {
            assertThat(ask(all.get(n))).isEqualTo(200);
        }
    }

    @Test
    void aThousandWhoSendAByteNowAndThenAreCutAndKeepNobodyOut() throws Exception {
        for (int n = 0; n < SLOW; n++) {
            connect().getOutputStream().write(HALF_A_HEAD);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<Socket> left = new ArrayList<>(open);
        while (!left.isEmpty()) {
            assertThat(System.nanoTime()).as("%d are still open", left.size()).isLessThan(end);
            servedSoon();
            TimeUnit.SECONDS.sleep(2);
            left.removeIf(CrowdedDoorIT::isCut);
        }
    }

    private static void servedSoon() {
        assertThat(Http.shop()
                        .get("/v1/products?limit=1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .time())
                .isLessThan(SOON.toMillis());
    }

    /** How many of so many connections were answered. */
    private int connectAndAsk(int many) {
        int answered = 0;
        try {
            while (answered < many && ask(connect()) == 200) {
                answered++;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return answered;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Sends a byte more. */
    private static boolean isCut(Socket socket) {
        try {
            socket.setSoTimeout(1);
            socket.getOutputStream().write('x');
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Reads an answer, which is a head alone; gives its status. */
    private static int ask(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST);
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            byte[] some = new byte[4096];
            int read = in.read(some);
            if (read < 0) {
                throw new IOException("cut after: " + answer);
            }
            answer.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
        }
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
