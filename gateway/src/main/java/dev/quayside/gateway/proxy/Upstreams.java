package dev.quayside.gateway.proxy;

import dev.quayside.gateway.route.Destination;
import dev.quayside.gateway.route.Listener;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the services are, and the connections to them. Each listener has its own, so that a rush of shoppers cannot take the
 * connections that the services need among themselves to finish what those shoppers began.
 */
@Singleton
class Upstreams {
    private static final int CONNECTIONS = 128;
    private static final int WAITING = 1_000;
    /** Shorter than the 60 s after which a service closes an idle connection: the closing side should be this one. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Map<Destination, Upstream> upstreams = new EnumMap<>(Destination.class);
    private final Map<Listener, HttpClient> clients = new EnumMap<>(Listener.class);

    Upstreams(
            Vertx vertx,
            @ConfigProperty(name = "quayside.upstream.catalog") URI catalog,
            @ConfigProperty(name = "quayside.upstream.order") URI order,
            @ConfigProperty(name = "quayside.upstream.payment") URI payment,
            @ConfigProperty(name = "quayside.upstream.connect-timeout") Duration connectTimeout) {
        upstreams.put(Destination.CATALOG, Upstream.of(catalog));
        upstreams.put(Destination.ORDER, Upstream.of(order));
        upstreams.put(Destination.PAYMENT, Upstream.of(payment));
        for (Listener listener : Listener.values()) {
            clients.put(listener, vertx.createHttpClient(client(connectTimeout), pool()));
        }
    }

    Upstream of(Destination destination) {
        Upstream upstream = upstreams.get(destination);
        if (upstream == null) {
            throw new IllegalArgumentException(destination + " is not a service behind the gateway");
        }
        return upstream;
    }

    HttpClient client(Listener listener) {
        HttpClient client = clients.get(listener);
        if (client == null) {
            throw new IllegalArgumentException(listener + " has no client");
        }
        return client;
    }

    private static HttpClientOptions client(Duration connectTimeout) {
        return new HttpClientOptions()
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(32 * 1024);
    }

    private static PoolOptions pool() {
        return new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING);
    }
}
