package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ViolationLifeIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static final String POLICY = "Privileged container";

    @Test
    void opensViolationOnceForRepeatedUpdates() {
        WorkloadSpec spec = deployment("life", "once", "registry.example.com/once:1", true);
        central.send(spec);
        central.send(spec);
        central.send(labelled(spec, Map.of("tier", "web")));

        assertThat(states(spec)).containsExactly("OPEN");
        assertThat(history(spec))
                .singleElement()
                .asString()
                .startsWith("OPENED")
                .contains("was created");
    }

    @Test
    void closesAndReopensWithItsCauses() {
        WorkloadSpec bad = deployment("life", "again", "registry.example.com/again:1", true);
        WorkloadSpec good = deployment("life", "again", "registry.example.com/again:1", false);
        central.send(bad);
        Object opened = openedAt(bad);
        central.clock().advance(Duration.ofDays(400));
        central.send(good);
        assertThat(states(bad)).containsExactly("RESOLVED");
        central.send(bad);

        assertThat(states(bad)).containsExactly("OPEN");
        // What was mended and is back a year later is not a year old.
        assertThat(openedAt(bad)).isNotEqualTo(opened);
        assertThat(history(bad)).hasSize(3);
        assertThat(history(bad).get(1))
                .startsWith("CLOSED")
                .contains("privileged of main from true to false")
                .contains("no longer violated");
        assertThat(history(bad).get(2)).startsWith("REOPENED").contains("privileged of main from false to true");
    }

    @Test
    void replacesEvidenceWithoutOpeningAnew() {
        central.send(deployment("life", "evidence", "registry.example.com/evidence", false));
        WorkloadSpec spec = deployment("life", "evidence", "registry.example.com/other", false);
        central.send(spec);

        assertThat(history(spec, "Image tag latest"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("CHANGED")
                .contains("image of main from registry.example.com/evidence to registry.example.com/other");
    }

    @Test
    void deletedWorkloadResolvesWhatWasOpen() {
        WorkloadSpec spec = deployment("life", "deleted", "registry.example.com/deleted:1", true);
        central.send(spec);
        central.remove(spec);

        assertThat(states(spec)).containsExactly("RESOLVED");
        assertThat(history(spec)).last().asString().startsWith("CLOSED").contains("the workload was deleted");
        UUID id = JudgingCentral.idOf(spec);
        for (String table : List.of("judgements", "judgement_due", "risk_scores", "workload_images")) {
            assertThat(central.jdbc()
                            .sql("select count(*) from " + table + " where workload_id = ?")
                            .param(id)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(central.jdbc()
                        .sql("select change from workload_history where workload_id = ? order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("FIRST_SEEN", "DELETED");
    }

    @Test
    void disabledPolicyClosesItsViolationsAndEnabledOneOpensThemAgain() {
        WorkloadSpec spec = deployment("life", "switch", "registry.example.com/switch:1", true);
        central.send(spec);
        Policies policies = central.bean(Policies.class);
        UUID policy = policies.list().stream()
                .filter(stored -> stored.policy().name().equals(POLICY))
                .findFirst()
                .orElseThrow()
                .policy()
                .id();

        policies.disable(policy);
        drain();
        assertThat(states(spec)).containsExactly("RESOLVED");
        assertThat(history(spec)).last().asString().contains("was disabled by ada");
        assertThat(central.jdbc()
                        .sql("select actor || ' ' || action from audit_log where object_id = ?")
                        .param(policy.toString())
                        .query(String.class)
                        .list())
                .contains("ada disabled");

        policies.enable(policy);
        drain();
        assertThat(states(spec)).containsExactly("OPEN");
    }

    private void drain() {
        DueJudgement due = central.bean(DueJudgement.class);
        while (due.judgeSome(100) > 0) {
            // until nothing is due
        }
    }

    private static List<String> states(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select state from violations where workload_id = ? and policy_name = ?")
                .param(JudgingCentral.idOf(spec))
                .param(POLICY)
                .query(String.class)
                .list();
    }

    private static Object openedAt(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select opened_at from violations where workload_id = ? and policy_name = ?")
                .param(JudgingCentral.idOf(spec))
                .param(POLICY)
                .query(Timestamp.class)
                .single();
    }

    private static List<String> history(WorkloadSpec spec) {
        return history(spec, POLICY);
    }

    private static List<String> history(WorkloadSpec spec, String policy) {
        return central.jdbc()
                .sql(
                        "select h.change || ': ' || h.cause from violation_history h join violations v on v.id = h.violation_id"
                                + " where v.workload_id = ? and v.policy_name = ? order by h.id")
                .param(JudgingCentral.idOf(spec))
                .param(policy)
                .query(String.class)
                .list();
    }
}
