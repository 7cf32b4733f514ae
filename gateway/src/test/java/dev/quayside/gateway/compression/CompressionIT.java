package dev.quayside.gateway.compression;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Services;
import dev.quayside.gateway.testing.TrustAll;
import io.netty.handler.codec.compression.Brotli;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class CompressionIT {
    private static final String LONG = "{\"data\":\"" + "quayside ".repeat(1_000) + "\"}";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().sslContext(TrustAll.context()).build();

    @BeforeEach
    void services() {
        Services.reset();
        for (var service : List.of(Services.catalog(), Services.order())) {
            service.stubFor(any(anyUrl()).willReturn(json(LONG).withHeader("ETag", "\"7\"")));
        }
    }

    @Test
    void aLongTextIsSentInFewerBytesToWhomLikesItSo() throws Exception {
        HttpResponse<byte[]> answer = get("/v1/products", "Accept-Encoding", "gzip");
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(answer.headers().allValues("Vary")).anyMatch(value -> value.contains("Accept-Encoding"));
        assertThat(answer.headers().firstValue("ETag")).contains("\"7-gzip\"");
        assertThat(answer.body()).hasSizeLessThan(LONG.length() / 10);
        assertThat(unzipped(answer)).isEqualTo(LONG);
    }

    @Test
    void brotliIsPreferredWhereItsLibraryWorks() throws Exception {
        HttpResponse<byte[]> answer = get("/v1/products", "Accept-Encoding", "gzip, deflate, br");
        if (Brotli.isAvailable()) {
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("br");
            assertThat(answer.headers().firstValue("ETag")).contains("\"7-br\"");
            assertThat(new BrotliInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(LONG);
        } else {
            assertThat(unzipped(answer)).isEqualTo(LONG);
        }
    }

    @Test
    void theSameHoldsOverHttp2() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + GatewayResource.tlsPort() + "/v1/products"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7-gzip\"");
        assertThat(unzipped(answer)).isEqualTo(LONG);
    }

    @Test
    void whoDoesNotLikeItSoGetsItPlainAndCachesAreToldOfTheDifference() throws Exception {
        for (String accepted : List.of("identity", "gzip;q=0", "deflate", "zstd")) {
            HttpResponse<byte[]> answer = get("/v1/products", "Accept-Encoding", accepted);
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
            assertThat(answer.headers().allValues("Vary")).anyMatch(value -> value.contains("Accept-Encoding"));
            assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo(LONG);
        }
    }

    @Test
    void aTagOfACompressedAnswerIsAsGoodAsTheServicesOwn() throws Exception {
        Services.catalog()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.get(anyUrl())
                        .withHeader("If-None-Match", equalTo("\"7\""))
                        .willReturn(aResponse().withStatus(304).withHeader("ETag", "\"7\"")));
        HttpResponse<byte[]> same = get("/v1/products", "Accept-Encoding", "gzip", "If-None-Match", "\"7-gzip\"");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.headers().firstValue("ETag")).contains("\"7-gzip\"");
        assertThat(get("/v1/products", "If-None-Match", "\"6-br\", W/\"7\"").statusCode())
                .isEqualTo(200);
        Services.catalog().verify(1, getRequestedFor(anyUrl()).withHeader("If-None-Match", equalTo("\"6\", W/\"7\"")));

        HttpRequest change = request("/v1/admin/products/1", "If-Match", "\"7-gzip\"", "Accept-Encoding", "gzip")
                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<byte[]> changed = CLIENT.send(change, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(changed.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(changed.headers().firstValue("Content-Encoding")).isEmpty();
        Services.catalog().verify(1, putRequestedFor(anyUrl()).withHeader("If-Match", equalTo("\"7\"")));
    }

    /** The length of a compressed answer tells what is in it, beside what an attacker has written into the question. */
    @Test
    void whatCarriesSecretsIsNotCompressed() throws Exception {
        for (String path : List.of("/v1/orders/1/payment", "/v1/carts/1", "/.well-known/jwks.json")) {
            HttpResponse<byte[]> answer = get(path, "Accept-Encoding", "gzip, br");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        }
        assertThat(get("/v1/carts/1", "Accept-Encoding", "gzip").body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(LONG);
    }

    @Test
    void whatIsShortOrNoTextOrCompressedAlreadyStaysAsItIs() throws Exception {
        for (ResponseDefinitionBuilder answer : List.of(
                json("{}").withHeader("Content-Length", "2"),
                of("image/png", LONG),
                json(LONG).withHeader("Cache-Control", "no-transform"),
                json(LONG).withHeader("Content-Encoding", "zstd"),
                json(LONG).withStatus(206))) {
            Services.catalog().stubFor(any(anyUrl()).willReturn(answer.withHeader("ETag", "\"7\"")));
            HttpResponse<byte[]> received = get("/v1/products", "Accept-Encoding", "gzip, br");
            assertThat(received.headers().firstValue("ETag")).contains("\"7\"");
            assertThat(received.headers().firstValue("Content-Encoding").orElse("zstd"))
                    .isEqualTo("zstd");
            assertThat(received.body().length).isIn(2, LONG.length());
        }
    }

    @Test
    void theApisDescriptionIsCompressedToo() throws Exception {
        HttpResponse<byte[]> answer = get("/openapi.json", "Accept-Encoding", "gzip");
        assertThat(unzipped(answer)).contains("openapi");
    }

    private static String unzipped(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ResponseDefinitionBuilder json(String body) {
        return of("application/json", body);
    }

    private static ResponseDefinitionBuilder of(String type, String body) {
        return aResponse().withHeader("Content-Type", type).withBody(body);
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return CLIENT.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }
}
