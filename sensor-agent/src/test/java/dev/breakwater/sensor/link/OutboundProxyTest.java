package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundProxyTest {

    private static final CentralAddress CENTRAL = new CentralAddress("central.example.com", 9443);

    @Test
    void readsTheAddressAndTheAccount() {
        assertThat(proxy("http://proxy.example.com:3128"))
                .isEqualTo(new OutboundProxy("proxy.example.com", 3128, null, null));
        assertThat(proxy("proxy.example.com")).isEqualTo(new OutboundProxy("proxy.example.com", 80, null, null));
        assertThat(proxy("http://me:s%2Fcret+1@proxy:3128/"))
                .isEqualTo(new OutboundProxy("proxy", 3128, "me", "s/cret+1"))
                .asString()
                .doesNotContain("cret");
        assertThat(proxy(" ")).isNull();
    }

    @Test
    void takesTheLowerCaseVariableFirst() {
        assertThat(OutboundProxy.of(Map.of("https_proxy", "http://lower:1", "HTTPS_PROXY", "http://upper:2"), CENTRAL))
                .isEqualTo(new OutboundProxy("lower", 1, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy:3128",
                "socks5://proxy:1080",
                "http://me:geheim@",
                "http://pro xy:geheim",
                "http://p:0"
            })
    void refusesWhatIsNoHttpProxyAndRepeatsNoPassword(String wrong) {
        assertThatThrownBy(() -> proxy(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("HTTPS_PROXY")
                .hasMessageContaining("allowed: http://")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "central.example.com, true",
        "CENTRAL.example.com, true",
        "example.com, true",
        ".example.com, true",
        "*.example.com, true",
        "'localhost, example.com', true",
        "'10.0.0.1 central.example.com:9443', true",
        "central.example.com:443, false",
        "ample.com, false",
        "'10.0.0.0/8', false",
        "'.', false",
        "'', false"
    })
    void leavesOutWhatNoProxyExcepts(String exceptions, boolean excepted) {
        assertThat(OutboundProxy.of(Map.of("HTTPS_PROXY", "http://proxy:3128", "NO_PROXY", exceptions), CENTRAL)
                        == null)
                .isEqualTo(excepted);
    }

    @Test
    void comparesAddressesOfVersion6WithAndWithoutBrackets() {
        for (String exception : new String[] {"[fd00::1]", "fd00::1", "[fd00::1]:9443"}) {
            assertThat(new ProxyExceptions(exception).cover(new CentralAddress("[fd00::1]", 9443)))
                    .isTrue();
        }
    }

    private static @Nullable OutboundProxy proxy(String address) {
        return OutboundProxy.of(Map.of("HTTPS_PROXY", address), CENTRAL);
    }
}
