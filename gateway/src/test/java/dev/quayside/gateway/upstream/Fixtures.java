package dev.quayside.gateway.upstream;

import dev.quayside.gateway.extension.Extension;
import dev.quayside.gateway.extension.Extensions;
import dev.quayside.gateway.route.Destination;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Services with instances as a test wants them. */
public final class Fixtures {
    private Fixtures() {}

    /** Settings with instances of catalog-service; the other services are nowhere. */
    public record Settings(
            List<URI> catalog, Duration answerTimeout, int connections, int waiting, Duration waitingTimeout)
            implements UpstreamSettings {

        /** With room for many requests and patience for slow machines. */
        public static Settings of(List<URI> catalog) {
            return new Settings(catalog, Duration.ofSeconds(20), 16, 16, Duration.ofSeconds(10));
        }

        /** The same with another patience for the answer. */
        public Settings answering(Duration within) {
            return new Settings(catalog, within, connections, waiting, waitingTimeout);
        }

        /** The same with room for one request under way and one that waits. */
        public Settings narrow(Duration wait) {
            return new Settings(catalog, answerTimeout, 1, 1, wait);
        }

        @Override
        public List<URI> order() {
            return List.of(URI.create("http://127.0.0.1:9"));
        }

        @Override
        public List<URI> payment() {
            return List.of(URI.create("http://127.0.0.1:9"));
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration probeEvery() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration resolveEvery() {
            return Duration.ofHours(1);
        }
    }

    /** The services of these settings. */
    public static Upstreams upstreams(Vertx vertx, UpstreamSettings settings) {
        return upstreams(vertx, settings, List.of());
    }

    /** The same with an operator's own. */
    public static Upstreams upstreams(Vertx vertx, UpstreamSettings settings, List<Extension> extensions) {
        return new Upstreams(vertx, settings, new Extensions(extensions), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    static Upstream catalog(Vertx vertx, String... urls) {
        return upstreams(
                        vertx,
                        Settings.of(List.of(urls).stream().map(URI::create).toList()))
                .of(Destination.CATALOG);
    }
}
