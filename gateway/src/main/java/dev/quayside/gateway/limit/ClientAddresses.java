package dev.quayside.gateway.limit;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where a request comes from: the socket's address, or, from a trusted proxy, what that proxy says. */
@ApplicationScoped
public class ClientAddresses {
    private static final String HEADER = "X-Forwarded-For";
    private static final int IPV6_NETWORK = 8;

    private final List<Network> trusted;

    ClientAddresses(@ConfigProperty(name = "quayside.trusted-proxies") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of()).stream().map(Network::parse).toList();
    }

    /** The client's address for forwarding. */
    public String full(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.getHeader(HEADER));
    }

    /** The client's address for counting: of IPv6 the network, because a household has 2^64 addresses. */
    public String of(HttpServerRequest request) {
        String address = full(request);
        byte[] bytes = Network.bytes(address);
        if (bytes == null || bytes.length == 4) {
            return address;
        }
        return NetUtil.bytesToIpAddress(Arrays.copyOf(Arrays.copyOf(bytes, IPV6_NETWORK), bytes.length));
    }

    /** Walks back from the nearest hop to the first that is not a trusted proxy; what stands before it anyone can write. */
    String of(@Nullable String socket, @Nullable String forwarded) {
        String nearest = socket == null ? "unknown" : socket;
        if (forwarded == null || !isTrusted(nearest)) {
            return nearest;
        }
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].trim();
            if (Network.bytes(hop) == null) {
                return nearest;
            }
            nearest = hop;
            if (!isTrusted(hop)) {
                return hop;
            }
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
