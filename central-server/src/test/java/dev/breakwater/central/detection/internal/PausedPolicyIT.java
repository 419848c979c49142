package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.detection.internal.TriageFixture.ALL;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A policy that is switched off and on again: nothing was mended, so nothing begins anew. */
class PausedPolicyIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static TriageFixture violations;

    @BeforeAll
    static void take() {
        violations = new TriageFixture(central);
    }

    private static void switched(boolean on) {
        Policies policies = central.bean(Policies.class);
        if (on) {
            policies.enable(violations.policy());
        } else {
            policies.disable(violations.policy());
        }
        violations.drain();
    }

    @Test
    void keepsTheAgeOfWhatStillStands() {
        WorkloadSpec spec = deployment("pause", "old", "registry.example.com/old:1", true);
        central.send(spec);
        Instant opened = violations.of(spec).openedAt();
        central.clock().advance(Duration.ofDays(3));

        switched(false);
        assertThat(violations.of(spec).state()).isEqualTo("RESOLVED");
        switched(true);

        assertThat(violations.of(spec).state()).isEqualTo("OPEN");
        assertThat(violations.of(spec).openedAt()).isEqualTo(opened);
        assertThat(violations.history(spec)).last().asString().contains("it stands as before");
    }

    @Test
    void keepsAnAcceptanceThatHasNotEnded() {
        WorkloadSpec spec = deployment("pause", "borne", "registry.example.com/borne:1", true);
        central.send(spec);
        central.bean(Triage.class)
                .accept(
                        Selection.matching("workload:borne"),
                        "known",
                        central.clock().instant().plus(Duration.ofDays(10)),
                        false,
                        ALL);

        switched(false);
        switched(true);
        assertThat(violations.of(spec).state()).isEqualTo("ACCEPTED");

        switched(false);
        central.clock().advance(Duration.ofDays(11));
        switched(true);
        assertThat(violations.of(spec).state()).isEqualTo("OPEN");
    }

    @Test
    void whatIsMendedMeanwhileAndComesBackIsNew() {
        WorkloadSpec bad = deployment("pause", "mended", "registry.example.com/mended:1", true);
        central.send(bad);
        Instant opened = violations.of(bad).openedAt();
        switched(false);
        central.send(deployment("pause", "mended", "registry.example.com/mended:1", false));
        central.clock().advance(Duration.ofDays(1));
        switched(true);
        assertThat(violations.of(bad).state()).isEqualTo("RESOLVED");

        central.send(bad);

        assertThat(violations.of(bad).state()).isEqualTo("OPEN");
        assertThat(violations.of(bad).openedAt()).isAfter(opened);
    }
}
