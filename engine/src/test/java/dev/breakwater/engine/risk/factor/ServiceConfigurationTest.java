package dev.breakwater.engine.risk.factor;

import static dev.breakwater.engine.risk.RiskFixtures.HARDENED;
import static dev.breakwater.engine.risk.RiskFixtures.mount;
import static dev.breakwater.engine.risk.RiskFixtures.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.risk.FactorScore.State;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.RiskFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceConfigurationTest {

    @ParameterizedTest
    @CsvSource({
        "false, false, false, true,  false, 1.0",
        "true,  false, false, true,  false, 1.125",
        "true,  true,  false, true,  false, 1.25",
        "true,  true,  true,  true,  false, 1.375",
        "true,  true,  true,  false, false, 1.5",
        "true,  true,  true,  false, true,  2.0", // 4 points doubled: exactly saturated
        "true,  true,  false, true,  true,  1.5",
        "false, false, false, false, true,  1.25",
        "false, false, false, true,  true,  1.0" // twice nothing is nothing
    })
    void addsAPointForEachWeaknessAndDoublesForPrivileged(
            boolean writable, boolean secret, boolean capability, boolean drops, boolean privileged, double expected) {
        SecurityContext security = security(
                privileged, capability ? List.of("SYS_ADMIN", "CHOWN") : List.of(), drops ? List.of("ALL") : List.of());

        Measurement.Part part = measure(RiskFixtures.workload()
                .volume("data", "persistentVolumeClaim")
                .volume("key", secret ? "secret" : "configMap")
                .container("web", security, mount("data", !writable), mount("key", false)));

        assertThat(part.multiplier()).isCloseTo(expected, within(1e-12));
        assertThat(part.state()).isEqualTo(expected == 1 ? State.NOTHING_TO_SAY : State.KNOWN);
    }

    @Test
    void splitsAPointAmongThoseThatEarnItTogether() {
        Measurement.Part part = measure(RiskFixtures.workload()
                .volume("a", "emptyDir")
                .volume("b", "hostPath")
                .container("web", HARDENED, mount("a", false), mount("b", false)));

        assertThat(part.contributions())
                .extracting(Contribution::id, Contribution::points)
                .containsExactly(tuple("writable-volume:a", 0.5), tuple("writable-volume:b", 0.5));
    }

    @Test
    void oneContainerThatDropsIsEnough() {
        Measurement.Part part = measure(RiskFixtures.workload()
                .container("web", SecurityContext.NOT_SET)
                .container("proxy", security(false, List.of(), List.of("NET_RAW"))));

        assertThat(part.state()).isEqualTo(State.NOTHING_TO_SAY);
    }

    @Test
    void seesSecretsInProjectedVolumesButNotTokens() {
        assertThat(measure(RiskFixtures.workload()
                                .volume("p", "projected", "tls-key", "configMap/settings")
                                .container("web", HARDENED, mount("p", true)))
                        .contributions())
                .extracting(Contribution::id)
                .containsExactly("secret-volume:p");
        assertThat(measure(RiskFixtures.workload()
                                .volume("p", "projected", "serviceAccountToken", "configMap/settings")
                                .container("web", HARDENED, mount("p", true)))
                        .state())
                .isEqualTo(State.NOTHING_TO_SAY);
    }

    private static Measurement.Part measure(RiskFixtures workload) {
        return new ServiceConfiguration().measure(workload.input()).parts().getFirst();
    }
}
