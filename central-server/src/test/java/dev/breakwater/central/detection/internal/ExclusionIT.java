package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.detection.internal.TriageFixture.ALL;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.detection.ExclusionPreview;
import dev.breakwater.central.detection.ExclusionPreviews;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.policy.ExclusionRow;
import dev.breakwater.central.policy.Exclusions;
import dev.breakwater.central.policy.NewExclusion;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.Policy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExclusionIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static TriageFixture violations;
    private static Exclusions exclusions;

    @BeforeAll
    static void take() {
        violations = new TriageFixture(central);
        exclusions = central.bean(Exclusions.class);
    }

    private static NewExclusion inNamespace(String namespace, Instant end) {
        return new NewExclusion(
                violations.policy(),
                new Scope("\"c1\"", '"' + namespace + '"', "", List.of(), List.of()),
                "node agents need it",
                end);
    }

    @Test
    void silencesWhatIsThereAndWhatComesButHidesNeither() {
        WorkloadSpec there = deployment("agents", "there", "registry.example.com/there:1", true);
        WorkloadSpec elsewhere = deployment("shop", "elsewhere", "registry.example.com/elsewhere:1", true);
        central.send(there, elsewhere);
        int counted = violations.counted(there);

        ExclusionRow made = exclusions.create(inNamespace("agents", null), ALL);
        violations.drain();
        WorkloadSpec later = deployment("agents", "later", "registry.example.com/later:1", true);
        central.send(later);

        assertThat(violations.of(there).state()).isEqualTo("EXCLUDED");
        assertThat(violations.of(there).silence()).satisfies(silence -> {
            assertThat(silence.id()).isEqualTo(made.id());
            assertThat(silence.reason()).isEqualTo("node agents need it");
        });
        assertThat(violations.history(there))
                .last()
                .asString()
                .startsWith("EXCLUDED")
                .contains("excluded by ada: node agents need it");
        assertThat(violations.of(later).state()).isEqualTo("EXCLUDED");
        assertThat(violations.of(elsewhere).state()).isEqualTo("OPEN");
        assertThat(violations.list("exclusion:" + made.id()))
                .extracting(row -> row.workload().name())
                .containsExactlyInAnyOrder("there", "later");
        assertThat(violations.counted(there)).isEqualTo(counted - 1);
        assertThat(central.bean(ExclusionPreviews.class).silenced(List.of(made.id()), ALL))
                .containsEntry(made.id(), 2);

        exclusions.remove(made.id(), ALL);
        violations.drain();
        assertThat(violations.of(there).state()).isEqualTo("OPEN");
        assertThat(violations.of(later).state()).isEqualTo("OPEN");
        assertThat(violations.history(there))
                .last()
                .asString()
                .startsWith("REOPENED")
                .contains("was removed by ada");
        assertThat(exclusions
                        .list(new ListRequest("state:removed", "", 50, null), ALL)
                        .items())
                .extracting(ExclusionRow::id)
                .contains(made.id());
    }

    @Test
    void speaksAgainWhenItsTimeIsOver() {
        WorkloadSpec spec = deployment("while", "web", "registry.example.com/web:1", true);
        central.send(spec);
        exclusions.create(inNamespace("while", central.clock().instant().plus(Duration.ofDays(7))), ALL);
        violations.drain();
        assertThat(violations.of(spec).state()).isEqualTo("EXCLUDED");

        central.clock().advance(Duration.ofDays(7));
        violations.drain();

        assertThat(violations.of(spec).state()).isEqualTo("OPEN");
        assertThat(violations.history(spec))
                .last()
                .asString()
                .contains("time passed")
                .contains("no exclusion of the policy holds any more");
    }

    @Test
    void mendedWhileExcludedIsResolved() {
        WorkloadSpec spec = deployment("mended", "web", "registry.example.com/web:1", true);
        central.send(spec);
        exclusions.create(inNamespace("mended", null), ALL);
        violations.drain();
        central.send(deployment("mended", "web", "registry.example.com/web:1", false));

        assertThat(violations.of(spec).state()).isEqualTo("RESOLVED");
    }

    @Test
    void tellsBeforehandWhatFallsSilent() {
        central.send(
                deployment("before", "one", "registry.example.com/one:1", true),
                deployment("before", "two", "registry.example.com/two:1", true),
                deployment("before", "sound", "registry.example.com/sound:1", false));
        ExclusionPreviews previews = central.bean(ExclusionPreviews.class);
        NewExclusion all = inNamespace("before", null);
        NewExclusion labelled = new NewExclusion(
                violations.policy(), new Scope("", "\"before\"", "", List.of("app=one"), List.of()), "one only", null);

        ExclusionPreview preview = previews.of(all, ALL);

        assertThat(preview.violations()).isEqualTo(2);
        assertThat(preview.workloads()).isEqualTo(3);
        assertThat(preview.sample()).extracting(touched -> touched.workload()).containsExactly("one", "two");
        assertThat(previews.of(labelled, ALL).sample())
                .extracting(touched -> touched.workload())
                .containsExactly("one");
        assertThat(violations.count("namespace:before state:excluded")).isZero();
        assertThat(previews.of(all, AccessScope.ofNamespace(JudgingCentral.CLUSTER, "before"))
                        .violations())
                .isEqualTo(2);
    }

    @Test
    void refusesWhatWouldReachTooFar() {
        Instant past = central.clock().instant();
        assertThatThrownBy(() -> exclusions.create(inNamespace("x", past), ALL))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("expiresAt");
        assertThatThrownBy(() -> exclusions.create(
                        new NewExclusion(violations.policy(), new Scope("", "", "", List.of(), List.of()), "no", null),
                        ALL))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("switch it off");
        assertThatThrownBy(() -> exclusions.create(
                        new NewExclusion(
                                violations.policy(), new Scope("", "r/(", "", List.of(), List.of()), "no", null),
                        ALL))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("scope/namespace");
        AccessScope one = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "mine");
        assertThatThrownBy(() -> exclusions.create(inNamespace("theirs", null), one))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("namespace that you see");
        assertThat(exclusions.create(inNamespace("mine", null), one).state()).isEqualTo("ACTIVE");
    }
}
