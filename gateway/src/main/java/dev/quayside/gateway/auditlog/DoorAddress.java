package dev.quayside.gateway.auditlog;

import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.kit.auditlog.CallerAddress;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Where a request for the gateway's own endpoints comes from: in front of it only trusted proxies are believed. */
@ApplicationScoped
class DoorAddress implements CallerAddress {
    private final ClientAddresses addresses;

    DoorAddress(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public @Nullable String of(HttpServerRequest request) {
        return addresses.full(request);
    }
}
