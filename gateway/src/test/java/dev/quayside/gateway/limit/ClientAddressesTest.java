package dev.quayside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressesTest {

    @Test
    void withoutATrustedProxyOnlyTheSocketCounts() {
        ClientAddresses nobodyTrusted = new ClientAddresses(Optional.empty());
        assertThat(nobodyTrusted.of("203.0.113.9", "1.2.3.4")).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "203.0.113.9, '1.2.3.4', 203.0.113.9",
                "10.1.2.3, null, 10.1.2.3",
                "10.1.2.3, '1.2.3.4', 1.2.3.4",
                "10.1.2.3, '6.6.6.6, 1.2.3.4', 1.2.3.4",
                "10.1.2.3, '6.6.6.6, 1.2.3.4, 192.168.7.7', 1.2.3.4",
                "10.1.2.3, '1.2.3.4, 192.168.7.8', 192.168.7.8",
                "10.1.2.3, 'not an address', 10.1.2.3",
                "10.1.2.3, '10.9.9.9', 10.9.9.9",
                "::1, '2001:db8::7', 2001:db8::7",
                "10.1.2.3, '1.2.3.4:51234', 1.2.3.4",
                "10.1.2.3, '[2001:db8::7]:51234', 2001:db8::7",
                "10.1.2.3, '[2001:db8::7]', 2001:db8::7",
                "10.1.2.3, '6.6.6.6,,1.2.3.4', 1.2.3.4",
                "10.1.2.3, '6.6.6.6, ', 10.1.2.3",
                "10.1.2.3, '6.6.6.6, unknown', 10.1.2.3",
                "10.1.2.3, '6.6.6.6, 10.0.0.1, unknown, 10.0.0.2', 10.0.0.2",
                "::ffff:10.1.2.3, '1.2.3.4', 1.2.3.4",
            })
    void aTrustedProxyIsBelievedForTheHopBeforeIt(String socket, String forwarded, String client) {
        ClientAddresses trusting = new ClientAddresses(Optional.of(List.of("10.0.0.0/8", "192.168.7.7", "::1")));
        assertThat(trusting.of(socket, forwarded)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "0.0.0.0/0, 9.9.9.9, true",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 10.0.0.1, false",
        "10.0.0.0/8, host.example.com, false"
    })
    void networksHoldTheirAddresses(String network, String address, boolean held) {
        assertThat(Network.parse(network).contains(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "2001:db8:1:2::1, 2001:db8:1:2::",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 2001:db8:1:2::",
        "2001:db8:1:3::1, 2001:db8:1:3::",
    })
    void oneHouseholdIsCountedAsOne(String address, String counted) {
        assertThat(ClientAddresses.counted(address)).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"example.com", "10.0.0.0/33", "10.0.0/8/8"})
    void whatIsNoNetworkStopsTheStart(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
