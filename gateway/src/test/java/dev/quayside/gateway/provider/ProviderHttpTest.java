package dev.quayside.gateway.provider;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that never ends its answer. */
class ProviderHttpTest {
    private static final ProviderHttp.Limits IMPATIENT = new ProviderHttp.Limits(Duration.ofMillis(300), 1, true);

    private final List<Socket> taken = new ArrayList<>();
    private final ServerSocket provider;

    ProviderHttpTest() throws IOException {
        provider = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        provider.close();
        for (Socket socket : taken) {
            socket.close();
        }
    }

    @Test
    void anAnswerThatDoesNotBeginIsNotWaitedFor() {
        assertThatThrownBy(() -> send(new ProviderHttp(IMPATIENT))).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatDoesNotEndIsNotWaitedFor() {
        accept("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        ProviderHttp http = new ProviderHttp(IMPATIENT);
        assertThatThrownBy(() -> send(http)).hasMessageContaining("PT0.3S");
    }

    @Test
    void moreThanSoManyCallsAtOnceAreNotMade() {
        ProviderHttp full = new ProviderHttp(new ProviderHttp.Limits(Duration.ofSeconds(1), 0, true));
        assertThatThrownBy(() -> send(full)).hasMessageContaining("too many");
    }

    @Test
    void onlyTlsIsSpokenUnlessPlainIsAllowed() {
        ProviderHttp strict = new ProviderHttp(new ProviderHttp.Limits(Duration.ofSeconds(1), 1, false));
        assertThatThrownBy(() -> send(strict)).hasMessageContaining("not https");
        assertThatThrownBy(() -> strict.checked(URI.create("file:///etc/passwd")))
                .isInstanceOf(IOException.class);
    }

    private void send(ProviderHttp http) throws IOException {
        new HTTPRequest(HTTPRequest.Method.GET, URI.create("http://127.0.0.1:" + provider.getLocalPort() + "/"))
                .send(http);
    }

    private void accept(String answer) {
        Thread thread = new Thread(() -> {
            try {
                Socket socket = provider.accept();
                taken.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
