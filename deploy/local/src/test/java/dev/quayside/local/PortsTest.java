package dev.quayside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aBusyPortIsNamedWithTheSettingsThatMoveIt() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.free().with(Port.ORDER, busy.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(List.of(Port.values())))
                    .isInstanceOf(ShopException.class)
                    .hasMessage("Port " + busy.getLocalPort() + " for order-service is in use by another program."
                            + " Move it with --order-port or QUAYSIDE_ORDER_PORT.");
        }
    }

    @Test
    void aPortThatIsBusyOnEveryAddressIsBusyHereToo() throws IOException {
        try (ServerSocket busy = new ServerSocket(0)) {
            Ports ports = Ports.free().with(Port.GATEWAY, busy.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(List.of(Port.GATEWAY))).hasMessageContaining("in use");
        }
    }

    @Test
    void onePortForTwoIsRefused() {
        Ports free = Ports.free();
        Ports ports = free.with(Port.REDIS, free.of(Port.POSTGRES));

        assertThatThrownBy(() -> ports.requireFree(List.of(Port.values())))
                .hasMessageContaining("is given to both PostgreSQL and Redis");
    }

    @Test
    void freePortsAreNotThoseOfOutgoingConnections() {
        Ports free = Ports.free();

        assertThat(Stream.of(Port.values()).map(free::of))
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(number).isBetween(20_000, 32_000));
    }

    @Test
    void usualPortsAreTheDocumentedOnes() {
        assertThat(Ports.usual().url(Port.GATEWAY)).isEqualTo("http://127.0.0.1:8080");
        assertThat(Ports.usual().of(Port.POSTGRES)).isEqualTo(54329);
    }
}
