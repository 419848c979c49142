package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in policies about objects other than workloads. */
class ObjectPoliciesTest {

    static List<Policy> all() {
        return BuiltInPolicies.ofObjects();
    }

    @Test
    void shareNoIdAndNoNameWithAnyAndHaveACaseEach() {
        List<Policy> every =
                Stream.concat(BuiltInPolicies.all().stream(), all().stream()).toList();
        CompiledPolicies.compile(every);
        assertThat(every).extracting(Policy::id).doesNotHaveDuplicates();
        assertThat(every).extracting(Policy::name).doesNotHaveDuplicates();
        assertThat(ObjectPolicyCases.read().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().map(Policy::name).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void fireOnWhatTheyLookForAndOnNothingElse(Policy policy) {
        ObjectPolicyCases.Case one = ObjectPolicyCases.read().get(policy.name());
        assertThat(ObjectPolicyCases.judged(policy, one.bad(), Absence.IS_A_FACT))
                .contains(Outcome.VIOLATED);
        assertThat(ObjectPolicyCases.judged(policy, one.good(), Absence.IS_A_FACT))
                .isNotEmpty()
                .containsOnly(Outcome.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("all")
    void areUnknownWhereTheyCannotTellWhetherTheyApply(Policy policy) {
        Policy scoped =
                Policies.scoped(policy, List.of(new Policy.Scope("", "", "", List.of(), List.of("team=a"))), List.of());
        ObjectPolicyCases.Case one = ObjectPolicyCases.read().get(policy.name());
        assertThat(ObjectPolicyCases.judged(scoped, one.bad(), Absence.IS_A_FACT))
                .contains(Outcome.UNKNOWN)
                .doesNotContain(Outcome.VIOLATED);
    }

    @Test
    void takeWhatAFolderDoesNotShowForUnknown() {
        for (String name : List.of(
                "Service leads nowhere",
                "Ingress leads nowhere",
                "Network policy protects nothing",
                "Binding to nothing")) {
            Policy policy = all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(ObjectPolicyCases.judged(
                            policy, ObjectPolicyCases.read().get(name).bad(), Absence.IS_UNKNOWN))
                    .as(name)
                    .contains(Outcome.UNKNOWN)
                    .doesNotContain(Outcome.VIOLATED);
        }
    }

    @Test
    void doNotMixWithCriteriaOfWorkloads() {
        Policy mixed = Policies.of(Policies.any("Object Kind", "Role"), Policies.any("Host Network", "true"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> CompiledPolicies.compile(List.of(mixed)))
                .isInstanceOf(PolicyRejected.class)
                .hasMessageContaining("/sections");
    }

    @Test
    void saySomethingInWords() {
        assertThat(all()).allSatisfy(policy -> {
            assertThat(List.of(policy.description(), policy.rationale(), policy.remediation()))
                    .allSatisfy(text -> assertThat(text).endsWith(".").hasSizeGreaterThan(10));
            assertThat(policy.controls())
                    .allMatch(id -> id.matches("(NIST-800-190|CIS-Kubernetes|CIS-Docker|PCI-DSS)/[0-9.]+"));
        });
    }
}
