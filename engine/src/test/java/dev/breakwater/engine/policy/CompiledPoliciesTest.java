package dev.breakwater.engine.policy;

import static dev.breakwater.engine.policy.Policies.any;
import static dev.breakwater.engine.policy.Policies.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledPoliciesTest {

    private final WorkloadFixture workload = WorkloadFixture.sound();

    @Test
    void saysWhatWasFoundWhereAndWhatIsForbidden() {
        workload.first().privileged = true;
        Verdict verdict = judge(Policies.of(any("privileged container", "true")), workload);
        assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(verdict.evidence())
                .containsExactly(new Evidence(
                        "Container web runs privileged.",
                        "Privileged Container",
                        "web",
                        "privileged",
                        "true",
                        "true",
                        "spec.template.spec.containers[0].securityContext.privileged"));
    }

    @Test
    void isCleanWhereNothingIsFound() {
        assertThat(judge(Policies.of(any("Privileged Container", "true")), workload))
                .isEqualTo(new Verdict(Policies.of().id(), Outcome.CLEAN, List.of(), List.of(), null));
    }

    @Test
    void holdsAllGroupsOfASectionOnTheSameContainer() {
        workload.first().privileged = true;
        workload.another("side").add = List.of("SYS_ADMIN");
        Policy both = Policies.of(any("Privileged Container", "true"), any("Add Capabilities", "SYS_ADMIN"));
        assertThat(judge(both, workload).outcome()).isEqualTo(Outcome.CLEAN);
        workload.first().add = List.of("SYS_ADMIN");
        assertThat(judge(both, workload).outcome()).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void takesSectionsAsAlternatives() {
        workload.hostPid = true;
        Policy either = Policies.sections(
                new Section("a", List.of(any("Host Network", "true"))),
                new Section("b", List.of(any("Host PID", "true"))));
        assertThat(judge(either, workload).evidence())
                .extracting(Evidence::message)
                .containsExactly("The workload uses the process namespace of the node.");
    }
}
