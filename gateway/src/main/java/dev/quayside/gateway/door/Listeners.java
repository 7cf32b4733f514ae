package dev.quayside.gateway.door;

import dev.quayside.gateway.route.Listener;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells by the port of its socket, which nobody can write into a request, through which listener a request came. */
@Singleton
class Listeners {
    private final int internalPort;

    Listeners(
            @ConfigProperty(name = "quayside.internal.port") int internalPort,
            @ConfigProperty(name = "quarkus.http.port") int publicPort) {
        if (internalPort <= 0 || internalPort == publicPort) {
            throw new IllegalStateException("the internal listener needs a port of its own");
        }
        this.internalPort = internalPort;
    }

    Listener of(HttpServerRequest request) {
        return request.localAddress().port() == internalPort ? Listener.INTERNAL : Listener.PUBLIC;
    }
}
