package dev.quayside.gateway.proxy;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The opening of a WebSocket (RFC 6455, 4): what a client asks and what a service that takes it answers. */
public final class Handshake {
    private static final String WEBSOCKET = "websocket";
    private static final String VERSION = "13";
    /** RFC 6455, 1.3. */
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final int KEY_BYTES = 16;

    private Handshake() {}

    /** Whether a request asks for a WebSocket; any other upgrade is ignored, as RFC 9110 (7.8) allows. */
    public static boolean isAsked(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                && request.method().equals(HttpMethod.GET)
                && names(request.headers(), HttpHeaders.CONNECTION).anyMatch("upgrade"::equalsIgnoreCase)
                && names(request.headers(), HttpHeaders.UPGRADE).anyMatch(WEBSOCKET::equalsIgnoreCase);
    }

    /** Refuses one that no service could take, or that has a body, after which nobody would know where the WebSocket begins. */
    static void check(HttpServerRequest request) {
        if (RequestBody.isAnnounced(request)) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "the opening of a WebSocket has no body");
        }
        if (!List.of(VERSION).equals(request.headers().getAll("Sec-WebSocket-Version"))) {
            throw new ProblemException(GatewayProblem.WEBSOCKET_VERSION, "version 13 is taken")
                    .withHeader("Sec-WebSocket-Version", VERSION);
        }
        List<String> keys = request.headers().getAll("Sec-WebSocket-Key");
        if (keys.size() != 1 || !isKey(keys.get(0))) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST, "send one Sec-WebSocket-Key of 16 bytes in base64");
        }
    }

    /**
     * Whether the service took it. Only one that speaks WebSocket can tell what belongs to a key; a 101 of anything else must not become
     * a way to speak to that thing.
     */
    static boolean isTaken(HttpServerRequest asked, HttpClientResponse answer) {
        String key = asked.getHeader("Sec-WebSocket-Key");
        return answer.statusCode() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()
                && names(answer.headers(), HttpHeaders.UPGRADE).anyMatch(WEBSOCKET::equalsIgnoreCase)
                && key != null
                && accept(key).equals(answer.getHeader("Sec-WebSocket-Accept"));
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static Stream<String> names(MultiMap headers, CharSequence header) {
        return headers.getAll(header).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::trim);
    }
}
