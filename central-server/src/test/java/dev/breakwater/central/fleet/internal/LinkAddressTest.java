package dev.breakwater.central.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "localhost:9443, localhost, 9443, false",
        "central.example.com:443, central.example.com, 443, false",
        "192.0.2.7:9443, 192.0.2.7, 9443, true",
        "[2001:db8::1]:9443, 2001:db8::1, 9443, true"
    })
    void readsHostAndPort(String text, String host, int port, boolean ip) {
        LinkAddress address = LinkAddress.parse(text);
        assertThat(address).isEqualTo(new LinkAddress(host, port));
        assertThat(address.isIp()).isEqualTo(ip);
        assertThat(address).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                ":9443",
                "localhost:0",
                "localhost:65536",
                "a b:1",
                "a;reboot:1",
                "2001:db8::1:9443"
            })
    void saysWhatIsAllowed(String text) {
        assertThatThrownBy(() -> LinkAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BREAKWATER_LINK_ADDRESS")
                .hasMessageContaining("host:port");
    }
}
