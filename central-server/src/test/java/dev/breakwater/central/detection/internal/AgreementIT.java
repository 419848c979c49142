package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.detection.internal.TriageFixture.ALL;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.detection.Agreement;
import dev.breakwater.central.detection.Agreement.State;
import dev.breakwater.central.detection.Agreements;
import dev.breakwater.central.fleet.SensorJudgement;
import dev.breakwater.central.fleet.SensorJudgement.Told;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class AgreementIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private final SensorJudgement judgement = central.bean(SensorJudgement.class);

    private static Agreement agreement() {
        return central.bean(Agreements.class).of(JudgingCentral.CLUSTER, ALL);
    }

    private static Map<UUID, byte[]> here() {
        Map<UUID, byte[]> verdicts = new HashMap<>();
        central.bean(JdbcTemplate.class).query("select workload_id, verdicts from judgements", row -> {
            verdicts.put(row.getObject(1, UUID.class), row.getBytes(2));
        });
        return verdicts;
    }

    private void tell(Map<UUID, byte[]> fingerprints) {
        judgement.told(
                JudgingCentral.CLUSTER,
                new Told(judgement.revision(), central.clock().instant(), fingerprints));
    }

    @Test
    void tellsADifferenceOnceItWasSeenTwice() {
        WorkloadSpec web = deployment("sides", "web", "registry.example.com/web:1", true);
        central.send(web, deployment("sides", "db", "registry.example.com/db:1", false));
        UUID id = JudgingCentral.idOf(web);

        tell(here());
        assertThat(agreement().state()).isEqualTo(State.AGREES);
        assertThat(agreement().agreeing()).isEqualTo(agreement().workloads()).isPositive();

        Map<UUID, byte[]> other = here();
        other.put(id, new byte[16]);
        tell(other);
        assertThat(agreement().state()).isEqualTo(State.AGREES);
        assertThat(agreement().suspected()).isEqualTo(1);

        tell(other);
        assertThat(agreement().state()).isEqualTo(State.DIFFERS);
        assertThat(agreement().examples())
                .singleElement()
                .satisfies(differing -> assertThat(differing.name()).isEqualTo("web"));

        Map<UUID, byte[]> without = here();
        without.remove(id);
        tell(without);
        assertThat(agreement().differing()).as("one side does not have it").isEqualTo(1);

        tell(here());
        assertThat(agreement().state()).isEqualTo(State.AGREES);
        assertThat(agreement().differing()).isZero();
    }

    @Test
    void whatWasToldLongAgoIsNoAgreement() {
        central.send(deployment("sides", "old", "registry.example.com/old:1", false));
        tell(here());
        assertThat(agreement().state()).isEqualTo(State.AGREES);
        central.clock().advance(Duration.ofMinutes(31));
        assertThat(agreement().state()).isEqualTo(State.UNKNOWN);
        assertThat(agreement().agreeing()).isZero();
    }

    @Test
    void takesNoVerdictsByOtherPolicies() {
        central.send(deployment("sides", "cache", "registry.example.com/cache:1", false));
        tell(here());
        Agreement before = agreement();
        judgement.told(
                JudgingCentral.CLUSTER,
                new Told(judgement.revision() - 1, central.clock().instant(), Map.of()));
        assertThat(agreement()).isEqualTo(before);
    }
}
