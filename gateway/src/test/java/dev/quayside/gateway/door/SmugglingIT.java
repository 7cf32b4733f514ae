package dev.quayside.gateway.door;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.RawHttp;
import dev.quayside.gateway.testing.RawHttp2;
import dev.quayside.gateway.testing.RawHttp2.Field;
import dev.quayside.gateway.testing.Services;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that hide a second one from whoever reads them in another way: behind the gateway nobody may ever see it. */
@GatewayTest
class SmugglingIT {
    private static final String HIDDEN = "GET /v1/products/hidden HTTP/1.1\r\nHost: x\r\n\r\n";
    /** Ends the connection, whoever gets to read it. */
    private static final String LAST = "GET /v1/products HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static final String NOWHERE = LAST.replace("/v1/products", "/nowhere");

    @BeforeEach
    void services() {
        Services.reset();
        Stream.of(Services.catalog(), Services.order(), Services.payment())
                .forEach(service -> service.stubFor(any(anyUrl()).willReturn(okJson("{}"))));
    }

    /** What each says of its body, and the body, in which a request is hidden. */
    static List<List<String>> bodies() {
        String afterEnd = "0\r\n\r\n" + HIDDEN;
        String length = "Content-Length: " + afterEnd.length();
        String inside = HIDDEN + "0\r\n\r\n";
        return List.of(
                List.of(length + "\r\nTransfer-Encoding: chunked", afterEnd),
                List.of("Transfer-Encoding: chunked\r\n" + length, afterEnd),
                List.of("Content-Length: 4\r\nTransfer-Encoding: chunked", "5c\r\n" + inside),
                List.of("Transfer-Encoding: xchunked", afterEnd),
                List.of("Transfer-Encoding: chunked, identity", afterEnd),
                List.of("Transfer-Encoding: identity, chunked", afterEnd),
                List.of("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", afterEnd),
                List.of("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", afterEnd),
                List.of("Transfer-Encoding:\r\n chunked\r\n" + length, afterEnd),
                List.of("Transfer-Encoding:\tchunked\r\n" + length, afterEnd),
                List.of("Transfer-Encoding: \u000bchunked\r\n" + length, afterEnd),
                List.of("Transfer-Encoding : chunked\r\n" + length, afterEnd),
                List.of("Transfer_Encoding: chunked\r\n" + length, afterEnd),
                List.of("X: y\nTransfer-Encoding: chunked\r\n" + length, afterEnd),
                List.of("X: y\rTransfer-Encoding: chunked\r\n" + length, afterEnd),
                List.of("Content-Length: 5\r\nContent-Length: " + afterEnd.length(), afterEnd),
                List.of("Content-Length: 5, " + afterEnd.length(), afterEnd),
                List.of("Content-Length: +5", afterEnd),
                List.of("Content-Length: 0x5", afterEnd),
                List.of("Content-Length : 5", afterEnd),
                List.of("Content-Length: 5\r\n ,6", afterEnd),
                List.of("Transfer-Encoding: chunked", "0;x=\"\r\n\r\n" + HIDDEN),
                List.of("Transfer-Encoding: chunked", "0\n\r\n" + HIDDEN),
                List.of("Transfer-Encoding: chunked", "0 \r\n\r\n" + HIDDEN),
                List.of("Transfer-Encoding: chunked", "0x0\r\n\r\n" + HIDDEN),
                List.of("Transfer-Encoding: chunked", "-1\r\n\r\n" + HIDDEN),
                List.of("Transfer-Encoding: chunked", "fffffffffffffffff\r\n" + HIDDEN),
                List.of("Transfer-Encoding: chunked", "1\r\nab" + afterEnd),
                List.of("Transfer-Encoding: chunked", "0\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n" + HIDDEN));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatIsBehindABodyIsNoRequest(List<String> request) {
        for (String path : List.of("/v1/carts", "/v1/auth/login", "/nowhere")) {
            RawHttp.sendWithBody(
                    RestAssured.port,
                    request.get(1) + LAST,
                    "POST " + path + " HTTP/1.1",
                    "Host: x",
                    "Content-Type: application/json",
                    request.get(0));
        }
        assertThat(received()).noneMatch(url -> url.contains("hidden"));
    }

    @Test
    void aHeadThatCanBeReadInTwoWaysIsRefused() {
        for (String[] head : new String[][] {
            {"GET /v1/products HTTP/1.1"},
            {"GET /v1/products HTTP/1.1", "Host: x", "Host: y"},
            {"GET /v1/products HTTP/1.1", "Host: x", "X y: z"},
            {"GET /v1/products HTTP/1.1", "Host: x", ": empty"},
            {"GET /v1/products HTTP/1.1", "Host: x", "X: a\u0000b"},
            {"GET /v1/products\u0000 HTTP/1.1", "Host: x"},
            {"GET /v1/products HTTP/1.1\nHost: x"},
        }) {
            String answer = RawHttp.sendWithBody(RestAssured.port, NOWHERE, head);
            assertThat(answer)
                    .as(head[head.length - 1])
                    .matches("(?s)HTTP/1.[01] (400|404) .*")
                    .doesNotContain(" 200 ", "vertx");
        }
        assertThat(received()).isEmpty();
    }

    /** Two whole requests on one connection are two requests. */
    @Test
    void oneRequestAfterTheOtherIsServed() {
        String answers = RawHttp.sendWithBody(
                RestAssured.port,
                "{}GET /v1/products/second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /v1/carts HTTP/1.1",
                "Host: x",
                "Content-Length: 2");
        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
        assertThat(received()).containsExactlyInAnyOrder("/v1/carts", "/v1/products/second");
    }

    static List<List<Field>> heads() {
        return List.of(
                head("/v1/carts", field("transfer-encoding", "chunked")),
                head("/v1/carts", field("connection", "keep-alive")),
                head("/v1/carts", field("content-length", "3")),
                head("/v1/carts", field("content-length", "999")),
                head("/v1/carts", field("content-length", "5"), field("content-length", "6")),
                head("/v1/carts", field("x", "y\r\n\r\n" + HIDDEN)),
                head("/v1/carts", field("x", "y\ntransfer-encoding: chunked")),
                head("/v1/carts", field("x\r\nhost", "y")),
                head("/v1/carts", field("x: y\r\ntransfer-encoding", "chunked")),
                head("/v1/carts", field("Transfer-Encoding", "chunked")),
                head("/v1/carts", field("x y", "z")),
                head("/v1/carts", field(":path", "/v1/products/hidden")),
                head("/v1/carts HTTP/1.1\r\nHost: x\r\n\r\n" + HIDDEN),
                head("/v1/carts HTTP/1.1"),
                head("/internal/v1/quotes"),
                head("//internal/v1/quotes"),
                head(""),
                List.of(
                        field(":method", "POST /v1/products/hidden HTTP/1.1\r\nX: y"),
                        field(":scheme", "https"),
                        field(":path", "/v1/carts"),
                        field(":authority", "x")),
                List.of(
                        field(":method", "POST"),
                        field(":scheme", "https"),
                        field(":path", "/v1/carts"),
                        field("", "x")));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void whatHttp2CannotSayDoesNotBecomeHttp1(List<Field> head) {
        String outcome = RawHttp2.send(GatewayResource.tlsPort(), head, "abcde");
        assertThat(outcome).isIn("400", "404", "405", "reset", "closed");
        assertThat(received()).isEmpty();
    }

    @Test
    void aRequestThatHttp2CanSayIsServed() {
        Services.order().stubFor(any(anyUrl()).willReturn(ok("{}")));
        assertThat(RawHttp2.send(GatewayResource.tlsPort(), head("/v1/carts"), "abcde"))
                .isEqualTo("200");
        assertThat(RawHttp2.send(GatewayResource.tlsPort(), head("/v1/carts", field("content-length", "5")), "abcde"))
                .isEqualTo("200");
        assertThat(Services.order().getAllServeEvents())
                .hasSize(2)
                .allMatch(event -> event.getRequest().getBodyAsString().equals("abcde"));
    }

    private static List<Field> head(String path, Field... more) {
        List<Field> head = new ArrayList<>(List.of(
                field(":method", "POST"), field(":scheme", "https"), field(":path", path), field(":authority", "x")));
        head.addAll(List.of(more));
        return head;
    }

    private static Field field(String name, String value) {
        return new Field(name, value);
    }

    private static List<String> received() {
        return Stream.of(Services.catalog(), Services.order(), Services.payment())
                .map(WireMockServer::getAllServeEvents)
                .flatMap(List::stream)
                .map(ServeEvent::getRequest)
                .map(request -> request.getUrl())
                .toList();
    }
}
