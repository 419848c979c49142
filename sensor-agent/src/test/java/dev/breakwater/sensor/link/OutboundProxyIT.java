package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way through a proxy, over real TLS; the proxy alone knows where the name leads. */
class OutboundProxyIT {

    private static final String NAME = "central.only-the-proxy-knows.invalid";

    @TempDir
    private Path folder;

    @Test
    void enrolsThroughAProxyThatAloneResolvesTheNameOfCentral() throws Exception {
        try (TestCentral central = new TestCentral(new TestAuthority(), NAME);
                ConnectProxy proxy = new ConnectProxy(central.address().port(), "")) {
            SensorIdentity identity =
                    identities(central, "http://localhost:" + proxy.port()).obtain();

            assertThat(identity.authority()).isEqualTo(central.authority.certificate());
            assertThat(proxy.requests).containsExactly("CONNECT " + NAME + ":9443 HTTP/1.1");
        }
    }

    @Test
    void givesItsAccountToTheProxyAndNobodyElse() throws Exception {
        try (TestCentral central = new TestCentral(new TestAuthority(), NAME);
                ConnectProxy proxy = new ConnectProxy(central.address().port(), "sensor:p@ss")) {
            String address = "localhost:" + proxy.port();

            assertThatThrownBy(() -> identities(central, "http://" + address).obtain())
                    .isInstanceOf(StatusRuntimeException.class)
                    .satisfies(refused ->
                            assertThat(Reasons.of(refused)).contains("407").doesNotContain("Pipeline", "\n"));
            assertThat(identities(central, "http://sensor:p%40ss@" + address).obtain())
                    .isNotNull();
        }
    }

    private Identities identities(TestCentral central, String proxy) throws Exception {
        CentralAddress address = new CentralAddress(NAME, 9443);
        OutboundProxy way = Objects.requireNonNull(OutboundProxy.of(Map.of("HTTPS_PROXY", proxy), address));
        LinkSettings settings = new LinkSettings(address, "c1", central.token(), "test", way);
        return new Identities(settings, StateFolder.open(folder), InstantSource.system());
    }
}
