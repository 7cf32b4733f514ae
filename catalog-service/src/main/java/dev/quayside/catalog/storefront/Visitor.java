package dev.quayside.catalog.storefront;

import dev.quayside.kit.auditlog.CallerAddress;
import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/** Who asks, as far as the gateway tells. */
@ApplicationScoped
class Visitor {
    private static final int IPV6_NETWORK = 8;

    private final CurrentVertxRequest current;
    private final CallerAddress addresses;

    Visitor(CurrentVertxRequest current, CallerAddress addresses) {
        this.current = current;
        this.addresses = addresses;
    }

    /** The address of the request that is going on, of IPv6 the network, because a household has 2^64 addresses; empty if it is not known. */
    String network() {
        RoutingContext request = current.getCurrent();
        String address = request == null ? null : addresses.of(request.request());
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return "";
        }
        return NetUtil.bytesToIpAddress(
                bytes.length == 4 ? bytes : Arrays.copyOf(Arrays.copyOf(bytes, IPV6_NETWORK), bytes.length));
    }
}
