package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInPoliciesTest {

    static List<Policy> all() {
        return BuiltInPolicies.all();
    }

    @Test
    void allCompileAndNoTwoShareAnIdOrAName() {
        CompiledPolicies.compile(all());
        assertThat(all()).extracting(Policy::id).doesNotHaveDuplicates();
        assertThat(all()).extracting(Policy::name).doesNotHaveDuplicates();
        assertThat(BuiltInPolicyCases.ALL.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().map(Policy::name).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void haveNothingToSayOfASoundWorkload(Policy policy) {
        assertThat(judge(policy, WorkloadFixture.sound()).outcome()).isEqualTo(Outcome.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("all")
    void fireOnWhatTheyLookFor(Policy policy) {
        WorkloadFixture spoiled = WorkloadFixture.sound();
        BuiltInPolicyCases.ALL.get(policy.name()).spoil().accept(spoiled);
        Verdict verdict = judge(policy, spoiled);
        assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(verdict.evidence()).isNotEmpty().allSatisfy(evidence -> {
            assertThat(evidence.message()).endsWith(".");
            assertThat(evidence.path()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void doNotGuessWhatTheyCannotSee(Policy policy) {
        BuiltInPolicyCases.Case fixture = BuiltInPolicyCases.ALL.get(policy.name());
        WorkloadFixture spoiled = WorkloadFixture.sound();
        fixture.spoil().accept(spoiled);
        Verdict seeing = judge(policy, spoiled);
        fixture.blind().accept(spoiled);
        Verdict blind = judge(policy, spoiled);
        if (!seeing.equals(blind)) {
            assertThat(blind.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(blind.unknown()).isNotEmpty();
        }
    }

    private static Verdict judge(Policy policy, WorkloadFixture workload) {
        return policy.stages().contains(Policy.Stage.DEPLOY)
                ? Policies.judge(policy.switchedOn(), workload)
                : Policies.judgeRuntime(policy.switchedOn(), workload);
    }

    @Test
    void areManyAndOfEachStage() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(120);
        for (Policy.Stage stage : Policy.Stage.values()) {
            assertThat(all())
                    .filteredOn(policy -> policy.stages().contains(stage))
                    .hasSizeGreaterThan(50);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void areUnknownWhereTheyCannotTellWhetherTheyApply(Policy policy) {
        Policy scoped =
                Policies.scoped(policy, List.of(new Policy.Scope("", "", "", List.of(), List.of("team=a"))), List.of());
        WorkloadFixture spoiled = WorkloadFixture.sound();
        BuiltInPolicyCases.ALL.get(policy.name()).spoil().accept(spoiled);
        spoiled.namespaceLabels = WorkloadFixture.unseen();
        Verdict verdict = judge(scoped, spoiled);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.unknown()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void areUnknownWhileNobodyWatches(Policy policy) {
        if (policy.stages().contains(Policy.Stage.DEPLOY)) {
            return;
        }
        WorkloadFixture unwatched = WorkloadFixture.sound();
        BuiltInPolicyCases.ALL.get(policy.name()).spoil().accept(unwatched);
        unwatched.activity = Activity.NOT_WATCHED;
        assertThat(judge(policy, unwatched).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void surviveWritingAndReading() {
        assertThat(PolicyDocument.read(PolicyDocument.toYaml(all()))).isEqualTo(all());
        assertThat(PolicyDocument.read(PolicyDocument.toJson(all()))).isEqualTo(all());
    }

    @ParameterizedTest
    @MethodSource("all")
    void sayWhatTheyLookForWhyAndWhatToDo(Policy policy) {
        assertThat(List.of(policy.description(), policy.rationale(), policy.remediation()))
                .allSatisfy(text ->
                        assertThat(text).endsWith(".").doesNotContain("  ").hasSizeGreaterThan(10));
        assertThat(policy.categories()).isNotEmpty();
        assertThat(policy.mitre()).allMatch(id -> id.matches("TA\\d{4}/T\\d{4}(\\.\\d{3})?"));
        assertThat(policy.controls())
                .allMatch(id -> id.matches("(NIST-800-190|CIS-Kubernetes|CIS-Docker|PCI-DSS)/[0-9.]+"));
    }
}
