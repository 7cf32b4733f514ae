package dev.quayside.gateway.listener;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.RawHttp;
import dev.quayside.gateway.testing.Services;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that keep a connection for as long as they are let. */
@GatewayTest
class SlowClientsIT {
    /** The shop's own tests have ten thousand, with a process for each side: one may not have so many files open. */
    private static final int IDLE = 200;
    /** Half a minute of them, a quarter of a second each. */
    private static final int DRIPS = 120;

    private static final byte[] REQUEST =
            "GET /v1/products HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @BeforeEach
    void services() {
        Services.reset();
        Services.catalog().stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    /** All of them at the same time, since each takes the time that it is given. */
    @Test
    void whoKeepsAConnectionWithoutARequestIsCut() {
        CompletableFuture<Integer> dripping = CompletableFuture.supplyAsync(SlowClientsIT::bytesOfAHead);
        CompletableFuture<Integer> silent = CompletableFuture.supplyAsync(SlowClientsIT::answerToSilence);
        CompletableFuture<String> half = CompletableFuture.supplyAsync(SlowClientsIT::answerToHalfABody);
        assertThat(dripping.join()).isLessThan(DRIPS);
        assertThat(silent.join()).isEqualTo(-1);
        assertThat(half.join()).startsWith("HTTP/1.1 408").contains("request_timeout");
        Services.catalog().verify(0, anyRequestedFor(anyUrl()));
    }

    private static int bytesOfAHead() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(250);
            socket.getOutputStream()
                    .write("GET /v1/products HTTP/1.1\r\nHost: x\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            return dripsUntilClosed(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int answerToSilence() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(30_000);
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the gateway itself. */
    private static String answerToHalfABody() {
        return RawHttp.sendWithBody(
                RestAssured.port,
                "{",
                "POST /v1/auth/login HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Content-Length: 100");
    }

    /** Those that wait for their next request cost no thread, and others get theirs. */
    @Test
    void connectionsThatDoNothingKeepNobodyOut() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
                idle.add(socket);
                socket.setSoTimeout(30_000);
                socket.getOutputStream().write(REQUEST);
                assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            }
            given().get("/v1/products").then().statusCode(200);
            for (int i = 0; i < IDLE; i += IDLE / 20) {
                idle.get(i).getOutputStream().write(REQUEST);
                assertThat(answer(idle.get(i))).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    /** Sends a byte, and then waits for one for a quarter of a second, until the other side has closed. */
    private static int dripsUntilClosed(Socket socket) {
        for (int sent = 0; sent < DRIPS; sent++) {
            if (isClosed(socket)) {
                return sent;
            }
        }
        return DRIPS;
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** An answer in chunks, to its end. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        int next;
        do {
            next = socket.getInputStream().read();
            answer.append((char) next);
        } while (next >= 0 && !answer.toString().endsWith("\r\n0\r\n\r\n"));
        return answer.toString();
    }
}
