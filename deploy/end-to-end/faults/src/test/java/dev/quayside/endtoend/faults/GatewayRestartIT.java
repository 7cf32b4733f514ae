package dev.quayside.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.kit.testing.Soak;
import dev.quayside.local.Instance;
import dev.quayside.local.LocalShop;
import dev.quayside.local.Ports;
import dev.quayside.local.Service;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One of two gateways comes and goes before its visitors, and nobody notices. */
@EndToEnd
@Soak
class GatewayRestartIT {
    private static final String DELAY = "QUAYSIDE_SHUTDOWN_DELAY";
    private static final String INTERNAL_PORT = "QUAYSIDE_INTERNAL_PORT";

    private final LocalShop shop = Shop.running();

    @AfterEach
    void asItWas() {
        shop.environment(Service.GATEWAY, DELAY, "0S");
        shop.environment(
                Service.GATEWAY,
                INTERNAL_PORT,
                Integer.toString(URI.create(shop.internalUrl()).getPort()));
    }

    @Test
    void oneThatGoesCostsNobodyARequest() {
        shop.environment(Service.GATEWAY, DELAY, "4S");
        shop.environment(Service.GATEWAY, INTERNAL_PORT, Integer.toString(Ports.another()));
        Instance second = shop.startInstance(Service.GATEWAY, Ports.another());
        second.awaitReady(Duration.ofMinutes(2));
        try (Visitors visitors = Visitors.of(shop.gatewayUrl(), second.url())) {
            visitors.awaitMore(second.url(), 200);
            second.stop();
            visitors.awaitMore(shop.gatewayUrl(), 200);
            assertThat(visitors.failures()).isEmpty();
        }
    }
}
