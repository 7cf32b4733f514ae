package dev.quayside.gateway.listener;

import dev.quayside.gateway.compression.Compression;
import dev.quayside.gateway.problem.ProblemBodies;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
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
    /** Requests at once on one connection over HTTP/2; RFC 9113 advises against fewer than 100. */
    private static final long STREAMS = 128;
    /** Requests that a connection may begin and give up; more is an attack (CVE-2023-44487), which ends the connection. */
    private static final int RESETS = 200;

    private static final int RESETS_WITHIN_SECONDS = 30;

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

    /** TLS 1.2 and 1.3, HTTP/2 for whoever speaks it. */
    HttpServerOptions encrypted(String host, int port, CurrentCertificate certificate) {
        return shared(host, port)
                .setSsl(true)
                .setKeyCertOptions(KeyCertOptions.wrap(certificate))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setSslHandshakeTimeout(patience.firstHead().toSeconds())
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setInitialSettings(
                        new Http2Settings().setMaxConcurrentStreams(STREAMS).setMaxHeaderListSize(HEADER_BYTES))
                .setHttp2RstFloodMaxRstFramePerWindow(RESETS)
                .setHttp2RstFloodWindowDuration(RESETS_WITHIN_SECONDS)
                .setHttp2RstFloodWindowDurationTimeUnit(TimeUnit.SECONDS);
    }

    String publicHost() {
        return http.host();
    }
}
