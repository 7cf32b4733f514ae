package dev.quayside.kit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Serves the sign-in server: its own two servers want JUnit 4 and a newer Netty than Quarkus has. */
final class JdkHttpServer implements OAuth2HttpServer {
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private @Nullable HttpServer server;

    @Override
    public OAuth2HttpServer start(Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return start(0, handler);
    }

    @Override
    public OAuth2HttpServer start(int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return start(InetAddress.getLoopbackAddress(), port, handler);
    }

    @Override
    public OAuth2HttpServer start(
            InetAddress address, int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(address, port), 0);
            started.createContext("/", exchange -> answer(exchange, handler));
            started.setExecutor(threads);
            started.start();
            server = started;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OAuth2HttpServer stop() {
        running().stop(0);
        threads.shutdownNow();
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public int port() {
        return running().getAddress().getPort();
    }

    @Override
    public HttpUrl url(String path) {
        return HttpUrl.get("http://127.0.0.1:" + port() + "/" + path);
    }

    @Override
    public @Nullable Ssl sslConfig() {
        return null;
    }

    private HttpServer running() {
        if (server == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return server;
    }

    private static void answer(HttpExchange exchange, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler)
            throws IOException {
        try (exchange) {
            OAuth2HttpResponse answer = handler.invoke(read(exchange));
            answer.getHeaders()
                    .toMultimap()
                    .forEach((name, values) -> values.forEach(
                            value -> exchange.getResponseHeaders().add(name, value)));
            String body = answer.getBody();
            byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.getStatus(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static OAuth2HttpRequest read(HttpExchange exchange) throws IOException {
        Headers.Builder headers = new Headers.Builder();
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        String address = "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
        return new OAuth2HttpRequest(
                headers.build(),
                exchange.getRequestMethod(),
                HttpUrl.get(address),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
