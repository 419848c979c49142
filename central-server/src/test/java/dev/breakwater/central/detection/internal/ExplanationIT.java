package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.detection.internal.TriageFixture.ALL;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.detection.Explanations;
import dev.breakwater.central.detection.SeenObject;
import dev.breakwater.central.detection.SuggestedFix;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.fix.TextDiff.Mark;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExplanationIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static TriageFixture violations;
    private static Explanations explanations;

    @BeforeAll
    static void take() {
        violations = new TriageFixture(central);
        explanations = central.bean(Explanations.class);
    }

    @Test
    void pointsAtTheLineOfTheObject() {
        WorkloadSpec spec = deployment("explain", "web", "registry.example.com/web:1", true);
        central.send(spec);

        SeenObject object = explanations.object(violations.of(spec).id(), ALL).orElseThrow();

        assertThat(object.readAt()).isEqualTo(central.clock().instant());
        assertThat(object.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(object.lines().get(finding.line() - 1)).contains("privileged: true"));
    }

    @Test
    void suggestsAChangeThatClosesItAndSaysWhatElseItCloses() {
        WorkloadSpec spec = deployment("fix", "web", "registry.example.com/web:1", true);
        central.send(spec);

        SuggestedFix fix = explanations.fix(violations.of(spec).id(), ALL);

        assertThat(fix.words()).isNotBlank();
        assertThat(fix.steps()).containsExactly("Run main without privileges.");
        assertThat(fix.diff().hunks())
                .flatExtracting(hunk -> hunk.lines())
                .filteredOn(line -> line.mark() != Mark.SAME)
                .extracting(line -> line.mark().sign() + line.text().strip())
                .containsExactly("-privileged: true", "+privileged: false");
        assertThat(fix.unified()).startsWith("--- a/web.yaml\n+++ b/web.yaml\n@@ -");

        central.send(deployment("fix", "web", "registry.example.com/web:1", false));
        assertThat(violations.of(spec).state()).isEqualTo("RESOLVED");
    }

    @Test
    void showsThePolicyAsItWasThen() {
        WorkloadSpec spec = deployment("then", "web", "registry.example.com/web:1", true);
        central.send(spec);
        ViolationRow row = violations.of(spec);
        int version = explanations.policy(row.id(), ALL).version();
        Policies policies = central.bean(Policies.class);
        policies.disable(row.policyId());
        policies.enable(row.policyId());

        assertThat(policies.get(row.policyId()).version()).isEqualTo(version + 2);
        assertThat(explanations.policy(row.id(), ALL).version()).isEqualTo(version);
    }

    @Test
    void tellsNothingOfWhatIsGoneOrMayNotBeSeen() {
        WorkloadSpec spec = deployment("gone", "web", "registry.example.com/web:1", true);
        central.send(spec);
        UUID id = violations.of(spec).id();
        AccessScope other = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "other");
        assertThatThrownBy(() -> explanations.object(id, other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> explanations.fix(id, other)).isInstanceOf(NotFound.class);

        central.remove(spec);

        assertThat(explanations.object(id, ALL)).isEmpty();
        assertThat(explanations.fix(id, ALL).diff()).isNull();
    }
}
