package dev.quayside.gateway.listener;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.quayside.gateway.testing.Certificates;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Services;
import dev.quayside.gateway.testing.TrustAll;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class TlsIT {
    @Inject
    EncryptedListener listener;

    private final HttpClient client =
            HttpClient.newBuilder().sslContext(TrustAll.context()).build();

    @BeforeEach
    void services() {
        Services.reset();
        Services.order().stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
        Services.catalog().stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[]}")));
    }

    @Test
    void whoSpeaksHttp2GetsItAndIsToldToStayWithTls() throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpResponse<String> answer = client.send(
                    request("/v1/products").version(version).GET().build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.body()).isEqualTo("{\"data\":[]}");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    /** HTTP/2 need not say whether there is a body, nor how long it is. */
    @Test
    void bodiesComeThroughWithAndWithoutALength() throws Exception {
        for (HttpRequest.BodyPublisher body : new HttpRequest.BodyPublisher[] {
            HttpRequest.BodyPublishers.ofString("{}"),
            HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString("{}")),
            HttpRequest.BodyPublishers.noBody()
        }) {
            HttpResponse<String> answer =
                    client.send(request("/v1/carts").POST(body).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        assertThat(Services.order().getAllServeEvents())
                .extracting(ServeEvent::getRequest)
                .extracting(request -> request.getBodyAsString())
                .containsExactlyInAnyOrder("{}", "{}", "");
    }

    @Test
    void theInternalApiIsNotThereEither() throws Exception {
        HttpResponse<String> answer =
                client.send(request("/internal/v1/quotes").GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyPastTheLimitIsRefusedOverHttp2() throws Exception {
        HttpResponse<String> answer = client.send(
                request("/v1/carts")
                        .POST(HttpRequest.BodyPublishers.fromPublisher(
                                HttpRequest.BodyPublishers.ofString("x".repeat((1 << 20) + 1))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body_too_large");
    }

    @Test
    void aNewCertificateIsUsedWithoutARestartAndABadOneIsNot() throws Exception {
        BigInteger before = serial();
        Certificates.write(GatewayResource.certificate(), GatewayResource.certificateKey());
        assertThat(listener.reload()).isTrue();
        await().until(() -> !serial().equals(before));
        BigInteger after = serial();
        assertThat(listener.reload()).isFalse();

        String key = Files.readString(GatewayResource.certificateKey());
        Path other = Files.createTempFile("quayside", ".pem");
        Certificates.write(other, GatewayResource.certificateKey());
        assertThat(listener.reload()).as("with another certificate's key").isFalse();
        assertThat(serial()).isEqualTo(after);
        Files.writeString(GatewayResource.certificateKey(), "no key");
        assertThat(listener.reload()).isFalse();
        assertThat(serial()).isEqualTo(after);
        Files.delete(GatewayResource.certificateKey());
        assertThat(listener.reload()).isFalse();
        assertThat(serial()).isEqualTo(after);
        Files.writeString(GatewayResource.certificateKey(), key);
        assertThat(listener.reload()).as("the same as is used").isFalse();
    }

    private static BigInteger serial() throws IOException {
        try (SSLSocket socket = (SSLSocket)
                TrustAll.context().getSocketFactory().createSocket("127.0.0.1", GatewayResource.tlsPort())) {
            socket.setSoTimeout(20_000);
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + GatewayResource.tlsPort() + path));
    }
}
