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
        // A proxy may add a line of its own below the one that a client wrote: only all of them together are the chain.
        List<String> lines = request.headers().getAll(HEADER);
        return of(request.remoteAddress().hostAddress(), lines.isEmpty() ? null : String.join(",", lines));
    }

    /** The client's address for counting: of IPv6 the network, because a household has 2^64 addresses. */
    public String of(HttpServerRequest request) {
        return counted(full(request));
    }

    static String counted(String address) {
        byte[] bytes = Network.bytes(address);
        if (bytes == null) {
            return address;
        }
        return NetUtil.bytesToIpAddress(
                bytes.length == 4 ? bytes : Arrays.copyOf(Arrays.copyOf(bytes, IPV6_NETWORK), bytes.length));
    }

    /** Walks back from the nearest hop to the first that is not a trusted proxy; what stands before it anyone can write. */
    String of(@Nullable String socket, @Nullable String forwarded) {
        String nearest = socket == null ? "unknown" : socket;
        if (forwarded == null || !isTrusted(nearest)) {
            return nearest;
        }
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = withoutPort(hops[i].trim());
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

    /** Some proxies write {@code 203.0.113.9:51234} or {@code [2001:db8::7]:51234}. */
    private static String withoutPort(String hop) {
        int colon = hop.lastIndexOf(':');
        boolean version4 = colon >= 0 && hop.indexOf(':') == colon;
        String bare = version4 || hop.contains("]:") ? hop.substring(0, colon) : hop;
        return bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
