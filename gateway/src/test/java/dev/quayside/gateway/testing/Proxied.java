package dev.quayside.gateway.testing;

import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request that comes through the trusted proxy, from whatever address a test likes, and its answer. */
public record Proxied(int status, List<String> headers, String body) {

    /** Sends a request for a client at an address; each header is a line. */
    public static Proxied send(String client, String request, String body, String... headers) {
        List<String> head = new ArrayList<>(List.of(
                request + " HTTP/1.1",
                "Host: shop",
                "Connection: close",
                "X-Forwarded-For: " + client,
                "Content-Type: application/json",
                "Content-Length: " + body.length()));
        head.addAll(Arrays.asList(headers));
        String answer = RawHttp.sendFrom(GatewayResource.PROXY, RestAssured.port, body, head.toArray(String[]::new));
        String[] parts = answer.split("\r\n\r\n", 2);
        List<String> lines = Arrays.asList(parts[0].split("\r\n", -1));
        return new Proxied(Integer.parseInt(lines.get(0).split(" ", -1)[1]), lines.subList(1, lines.size()), parts[1]);
    }

    /** Reads a page or a resource for a client at an address. */
    public static Proxied get(String client, String path, String... headers) {
        return send(client, "GET " + path, "", headers);
    }

    /** A header of the answer. */
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).trim())
                .findFirst();
    }

    /** A header that must be there, as a number. */
    public long number(String name) {
        return Long.parseLong(header(name).orElseThrow(() -> new AssertionError(name + " is missing in " + headers)));
    }
}
