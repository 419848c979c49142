package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.internal.CarriedDecision.Remark;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions that came by an import find their violations, whichever is there first. */
class CarriedDecisionIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private final TriageFixture violations = new TriageFixture(central);

    @Test
    void waitForTheirViolationAndHoldFromItsFirstMomentOn() {
        UUID acceptance = acceptance(Duration.ofDays(30));
        WorkloadSpec spec = deployment("carried", "web", "registry.example.com/web:1", true);
        CarriedDecision decision = decision("web", acceptance);
        take(decision);
        assertThat(central.bean(CarriedDecisions.class).read(false)).contains(decision);

        central.send(spec);

        assertThat(violations.of(spec).state()).isEqualTo("ACCEPTED");
        assertThat(violations.of(spec).assignee()).isEqualTo(new Assignee(Assignee.Kind.TEAM, "payments"));
        assertThat(violations.history(spec).getLast()).contains("CARRIED OVER");
        assertThat(violations.counted(spec)).isEqualTo(violations.count("namespace:carried workload:web state:open"));
        assertThat(central.bean(CarriedDecisionTable.class).waiting()).isEmpty();
        assertThat(central.bean(CarriedDecisions.class).read(false)).contains(decision);

        // And no longer than that.
        central.clock().advance(Duration.ofDays(31));
        violations.drain();
        assertThat(violations.of(spec).state()).isEqualTo("OPEN");
    }

    @Test
    void takeEffectAtOnceWhereTheViolationIsThere() {
        UUID acceptance = acceptance(Duration.ofDays(30));
        WorkloadSpec spec = deployment("carried", "db", "registry.example.com/db:1", true);
        central.send(spec);
        int counted = violations.counted(spec);

        take(decision("db", acceptance));

        assertThat(violations.of(spec).state()).isEqualTo("ACCEPTED");
        assertThat(violations.counted(spec)).isEqualTo(counted - 1);
        assertThat(central.bean(CarriedDecisions.class).read(false)).contains(decision("db", acceptance));

        take(decision("db", null));
        assertThat(violations.of(spec).state()).isEqualTo("OPEN");
        assertThat(violations.counted(spec)).isEqualTo(counted);
    }

    @Test
    void anAcceptanceThatIsOverLetsTheViolationSpeak() {
        UUID acceptance = acceptance(Duration.ofDays(1));
        take(decision("late", acceptance));
        central.clock().advance(Duration.ofDays(2));
        WorkloadSpec spec = deployment("carried", "late", "registry.example.com/late:1", true);

        central.send(spec);

        assertThat(violations.of(spec).state()).isEqualTo("OPEN");
        assertThat(violations.of(spec).assignee()).isNotNull();
    }

    private CarriedDecision decision(String workload, @Nullable UUID acceptance) {
        return new CarriedDecision(
                violations.policy(),
                JudgingCentral.CLUSTER_NAME,
                "carried",
                "Deployment",
                workload,
                new Assignee(Assignee.Kind.TEAM, "payments"),
                acceptance,
                List.of(new Remark(Instant.parse("2026-05-01T10:00:00.000001Z"), "ada", "seen \"it\"")));
    }

    private UUID acceptance(Duration life) {
        UUID id = UUID.randomUUID();
        central.bean(CarriedAcceptances.class)
                .write(List.of(new CarriedAcceptances.Kept(
                        id,
                        "known",
                        "ada",
                        central.clock().instant(),
                        central.clock().instant().plus(life),
                        "",
                        1,
                        null,
                        "")));
        return id;
    }

    private void take(CarriedDecision decision) {
        new TransactionTemplate(central.bean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> central.bean(CarriedDecisions.class).write(List.of(decision)));
    }
}
