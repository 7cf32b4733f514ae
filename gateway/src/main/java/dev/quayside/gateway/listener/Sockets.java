package dev.quayside.gateway.listener;

import dev.quayside.gateway.compression.Compression;
import dev.quayside.gateway.problem.ProblemBodies;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.KeyCertOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The options of the sockets: limits on what is read before there is a request that could be judged. */
@Singleton
class Sockets {
    private static final int HEADER_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final VertxHttpConfig http;
    private final Patience patience;
    private final ProblemBodies problems;

    Sockets(Vertx vertx, VertxHttpConfig http, Patience patience, ProblemBodies problems) {
        this.vertx = vertx;
        this.http = http;
        this.patience = patience;
        this.problems = problems;
    }

    /** A server, not open yet, with these options. */
    Server server(HttpServerOptions options) {
        return new Server(vertx, options, patience, problems);
    }

    /** Clear text is HTTP/1.1: the upgrade to HTTP/2 has no user here and is one more way to say a request twice. */
    HttpServerOptions plain(String host, int port) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setIdleTimeout((int) patience.idle().toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                // An address that is longer than is taken gets a problem body from us; past this it is cut off without
                // one.
                .setMaxInitialLineLength(HEADER_BYTES)
                .setTcpKeepAlive(true)
                .setReuseAddress(true)
                .setHttp2ClearTextEnabled(false);
    }

    /** The same for people's clients, who may like their answers compressed. */
    HttpServerOptions shared(String host, int port) {
        return plain(host, port).setCompressionSupported(true).setCompressors(Compression.compressors());
    }

    /** TLS 1.2 and 1.3, with HTTP/1.1 whatever the client offers. */
    HttpServerOptions encrypted(String host, int port, CurrentCertificate certificate) {
        return shared(host, port)
                .setSsl(true)
                .setKeyCertOptions(KeyCertOptions.wrap(certificate))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setSslHandshakeTimeout(patience.firstHead().toSeconds())
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_1_1));
    }

    String publicHost() {
        return http.host();
    }
}
