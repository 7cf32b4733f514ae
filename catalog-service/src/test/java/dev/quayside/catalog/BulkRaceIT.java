package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Streams.bulk;
import static dev.quayside.catalog.Streams.mug;
import static dev.quayside.catalog.Streams.summary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.testing.Together;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@CatalogTest
class BulkRaceIT {
    private static final int PRODUCTS = 150;

    private final String run = newName("race");

    @Inject
    DataSource database;

    /** Each row of stock takes a millisecond to make, so that the two are under way together. */
    @Test
    void oppositeOrdersDoNotMeetHeadOn() {
        long before = deadlocks();
        Sql.run(database, """
                create or replace function dawdle() returns trigger language plpgsql as $$
                begin
                    perform pg_sleep(0.001);
                    return new;
                end $$""");
        Sql.run(database, "create trigger dawdle before insert on stock_levels for each row execute function dawdle()");
        try {
            race();
        } finally {
            Sql.run(database, "drop trigger dawdle on stock_levels");
        }
        assertThat(deadlocks()).isEqualTo(before);
        Fixtures.invariants().then().body("data[0].violations", equalTo(0));
    }

    private void race() {
        for (int price = 1; price <= 2; price++) {
            List<String> lines = lines(price);
            List<String> backwards = new ArrayList<>(lines(price + 10));
            Collections.reverse(backwards);
            List<List<JsonNode>> answers =
                    Together.run(2, i -> bulk((i == 0 ? lines : backwards).toArray(String[]::new)));
            assertThat(answers).allSatisfy(answer -> {
                assertThat(summary(answer).get("failed").asInt()).isZero();
                assertThat(summary(answer).get("complete").asBoolean()).isTrue();
            });
        }
    }

    /** Input and results are each more than all buffers on the way hold: who waits to be read has to wait for ever. */
    @Test
    void callerMaySendEverythingBeforeItReads() throws IOException {
        int lines = 40_000;
        byte[] line = ("{" + " ".repeat(398) + "\n").getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(60_000);
            int port = io.restassured.RestAssured.port;
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /v1/admin/products:bulk HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: application/x-ndjson
                    Content-Length: %d
                    Connection: close

                    """.formatted(Fixtures.staffToken(), (long) lines * line.length)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < lines; i++) {
                out.write(line);
            }
            out.flush();
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, 0, 12, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            String body = withoutChunks(answer);
            assertThat(body.split("malformed_request", -1)).hasSize(lines + 1);
            assertThat(body).contains("\"lines\":" + lines + ",", "\"complete\":true");
        }
    }

    /** RFC 9112, 7.1. */
    private static String withoutChunks(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        StringBuilder body = new StringBuilder();
        int at = text.indexOf("\r\n\r\n") + 4;
        for (int size = size(text, at); size > 0; size = size(text, at)) {
            int from = text.indexOf("\r\n", at) + 2;
            body.append(text, from, from + size);
            at = from + size + 2;
        }
        return body.toString();
    }

    private static int size(String text, int at) {
        return Integer.parseInt(text.substring(at, text.indexOf("\r\n", at)), 16);
    }

    private List<String> lines(int price) {
        return IntStream.range(0, PRODUCTS)
                .mapToObj(i -> mug(run + "-" + i, price))
                .toList();
    }

    private static long deadlocks() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("quayside_transactions_repeated") && line.contains("deadlock"))
                .flatMap(line -> Stream.of(line.substring(line.lastIndexOf(' ') + 1)))
                .mapToLong(count -> new java.math.BigDecimal(count).longValue())
                .sum();
    }
}
