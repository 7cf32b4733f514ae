package dev.quayside.gateway.people;

import dev.quayside.gateway.route.Destination;
import dev.quayside.gateway.upstream.Instance;
import dev.quayside.gateway.upstream.Upstreams;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;

/** Sends a call to an instance of the service that its address names. A call that fails is repeated by the step that it is part of. */
@Singleton
class ToAnInstance implements ClientRequestFilter {
    private final Upstreams upstreams;

    ToAnInstance(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public void filter(ClientRequestContext call) {
        URI wanted = call.getUri();
        Destination destination = Destination.service(wanted.getHost());
        Instance instance = upstreams.of(destination).choose(List.of()).orElseThrow();
        call.setUri(UriBuilder.fromUri(wanted)
                .scheme(instance.tls() ? "https" : "http")
                .host(instance.host())
                .port(instance.port())
                .build());
    }
}
