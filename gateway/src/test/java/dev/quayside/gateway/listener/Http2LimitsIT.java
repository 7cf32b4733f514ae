package dev.quayside.gateway.listener;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.quayside.gateway.testing.RawHttp2.CONTINUATION;
import static dev.quayside.gateway.testing.RawHttp2.DATA;
import static dev.quayside.gateway.testing.RawHttp2.END_HEADERS;
import static dev.quayside.gateway.testing.RawHttp2.END_STREAM;
import static dev.quayside.gateway.testing.RawHttp2.GOAWAY;
import static dev.quayside.gateway.testing.RawHttp2.HEADERS;
import static dev.quayside.gateway.testing.RawHttp2.RST_STREAM;
import static dev.quayside.gateway.testing.RawHttp2.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.RawHttp2;
import dev.quayside.gateway.testing.RawHttp2.Field;
import dev.quayside.gateway.testing.RawHttp2.Frame;
import dev.quayside.gateway.testing.Services;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one connection over HTTP/2 may do at most, and what becomes of the others meanwhile. */
@GatewayTest
class Http2LimitsIT {
    private static final int MAX_CONCURRENT_STREAMS = 3;
    private static final int MAX_HEADER_LIST_SIZE = 6;
    private static final byte[] CANCEL = {0, 0, 0, 8};
    private static final byte[] READ = RawHttp2.encode(List.of(
            new Field(":method", "GET"),
            new Field(":scheme", "https"),
            new Field(":path", "/v1/products"),
            new Field(":authority", "x")));
    private static final byte[] LARGE = RawHttp2.encode(List.of(
            new Field(":method", "POST"),
            new Field(":scheme", "https"),
            new Field(":path", "/v1/carts"),
            new Field(":authority", "x"),
            new Field("content-length", "99999999")));

    @BeforeEach
    void services() {
        Services.reset();
        Services.catalog().stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void theLimitsAreSaid() throws IOException {
        try (RawHttp2 connection = open()) {
            Frame settings = connection.next().orElseThrow();
            assertThat(settings.type()).isEqualTo(SETTINGS);
            assertThat(setting(settings, MAX_CONCURRENT_STREAMS)).isEqualTo(128);
            assertThat(setting(settings, MAX_HEADER_LIST_SIZE)).isEqualTo(16 * 1024);
        }
    }

    /** CVE-2023-44487: requests that are begun and given up at once would cost the services work and their client none. */
    @Test
    void whoBeginsAndGivesUpAgainAndAgainIsCut() throws IOException {
        try (RawHttp2 connection = open()) {
            assertThat(resets(connection, 400)).as("closed").isTrue();
        }
        served();
    }

    @Test
    void aFewThatAreGivenUpDisturbNoOther() throws IOException {
        try (RawHttp2 connection = open()) {
            assertThat(resets(connection, 20)).as("closed").isFalse();
            connection.frame(HEADERS, END_HEADERS | END_STREAM, 1_001, READ);
            assertThat(connection.outcome(1_001)).isEqualTo("200");
        }
    }

    @Test
    void aHeadThatIsTooLargeIsCutWhileItComes() throws IOException {
        try (RawHttp2 connection = open()) {
            connection.frame(HEADERS, END_STREAM, 1, READ);
            byte[] more = RawHttp2.encode(List.of(new Field("x", "y".repeat(126))));
            for (int i = 0; i < 400; i++) {
                connection.frame(CONTINUATION, i == 399 ? END_HEADERS : 0, 1, more);
            }
            assertThat(connection.outcome(1)).isIn("431", "reset", "closed");
        } catch (SocketException cut) {
            // Closed while the rest of the head was written.
            assertThat(cut).isNotNull();
        }
        Services.catalog().verify(0, anyRequestedFor(anyUrl()));
        served();
    }

    /** It is answered before its body is there, and goes on sending: its stream ends, the connection stays. */
    @Test
    void aBodyThatGoesOnAfterItsAnswerIsEnded() throws IOException {
        try (RawHttp2 connection = open()) {
            connection.frame(HEADERS, END_HEADERS, 1, LARGE);
            assertThat(connection.outcome(1)).isEqualTo("413");
            connection.frame(DATA, 0, 1, new byte[16 * 1024]);
            Frame last = connection.next().orElseThrow();
            while (last.type() != RST_STREAM) {
                last = connection.next().orElseThrow();
            }
            assertThat(last.stream()).isEqualTo(1);
            assertThat(last.payload().getInt())
                    .as("NO_ERROR: the answer counts")
                    .isZero();
            connection.frame(HEADERS, END_HEADERS | END_STREAM, 3, READ);
            assertThat(connection.outcome(3)).isEqualTo("200");
        }
    }

    /** Whether the connection was ended. */
    private static boolean resets(RawHttp2 connection, int times) throws IOException {
        try {
            for (int i = 0; i < times; i++) {
                connection.frame(HEADERS, END_HEADERS | END_STREAM, 2 * i + 1, READ);
                connection.frame(RST_STREAM, 0, 2 * i + 1, CANCEL);
            }
            connection.frame(HEADERS, END_HEADERS | END_STREAM, 2 * times + 1, READ);
        } catch (SocketException closed) {
            return true;
        }
        for (Optional<Frame> next = connection.next(); next.isPresent(); next = connection.next()) {
            if (next.get().type() == GOAWAY) {
                return true;
            }
            if (next.get().type() == HEADERS && next.get().stream() == 2 * times + 1) {
                return false;
            }
        }
        return true;
    }

    private static void served() throws IOException {
        try (RawHttp2 connection = open()) {
            connection.frame(HEADERS, END_HEADERS | END_STREAM, 1, READ);
            assertThat(connection.outcome(1)).isEqualTo("200");
        }
    }

    private static RawHttp2 open() {
        return RawHttp2.open(GatewayResource.tlsPort());
    }

    private static long setting(Frame settings, int id) {
        ByteBuffer pairs = settings.payload().duplicate();
        while (pairs.hasRemaining()) {
            int found = Short.toUnsignedInt(pairs.getShort());
            long value = Integer.toUnsignedLong(pairs.getInt());
            if (found == id) {
                return value;
            }
        }
        throw new AssertionError("no setting " + id);
    }
}
