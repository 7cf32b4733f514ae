package dev.quayside.gateway.upstream;

import dev.quayside.gateway.extension.Extension;
import dev.quayside.gateway.extension.Extensions;
import dev.quayside.gateway.route.Destination;
import dev.quayside.gateway.route.Listener;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The services, and the connections to them. Each listener has its own, so that a rush of shoppers cannot take the connections that the
 * services need among themselves to finish what those shoppers began; and each instance has its own bound, so that a slow one cannot
 * take them all.
 */
@Singleton
public class Upstreams {
    /** Shorter than the 60 s after which a service closes an idle connection: the closing side should be this one. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Map<Destination, Upstream> services = new HashMap<>();
    private final Map<Listener, HttpClient> clients = new EnumMap<>(Listener.class);

    private final HttpClient upgraded;

    public Upstreams(
            Vertx vertx, UpstreamSettings settings, Extensions extensions, Clock clock, MeterRegistry registry) {
        add(Destination.CATALOG, settings.catalog(), clock, registry);
        add(Destination.ORDER, settings.order(), clock, registry);
        add(Destination.PAYMENT, settings.payment(), clock, registry);
        for (Extension extension : extensions.all()) {
            add(Destination.extension(extension.name()), extension.urls(), clock, registry);
        }
        for (Listener listener : Listener.values()) {
            clients.put(listener, vertx.createHttpClient(client(settings), pool(settings)));
        }
        upgraded = vertx.createHttpClient(client(settings), pool(settings));
    }

    private void add(Destination destination, List<URI> urls, Clock clock, MeterRegistry registry) {
        UpstreamMetrics metrics = new UpstreamMetrics(registry, destination.label());
        Upstream service = new Upstream(urls.stream().map(ServiceUrl::of).toList(), clock, metrics);
        metrics.watch(service);
        services.put(destination, service);
    }

    /** The service that answers a destination's routes. */
    public Upstream of(Destination destination) {
        Upstream upstream = services.get(destination);
        if (upstream == null) {
            throw new IllegalArgumentException(destination + " is not a service behind the gateway");
        }
        return upstream;
    }

    /** The connections of a listener. */
    public HttpClient client(Listener listener) {
        HttpClient client = clients.get(listener);
        if (client == null) {
            throw new IllegalArgumentException(listener + " has no client");
        }
        return client;
    }

    /**
     * Connections that are asked to become something else than HTTP. None of them is ever used for a second request: whoever asked first
     * might have left something in it.
     */
    public HttpClient upgraded() {
        return upgraded;
    }

    Collection<Upstream> all() {
        return services.values();
    }

    private static HttpClientOptions client(UpstreamSettings settings) {
        return new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(32 * 1024);
    }

    private static PoolOptions pool(UpstreamSettings settings) {
        return new PoolOptions().setHttp1MaxSize(settings.connections()).setMaxWaitQueueSize(settings.waiting());
    }
}
