package dev.breakwater.engine.policy;

import static dev.breakwater.engine.policy.Policies.any;
import static dev.breakwater.engine.policy.Policies.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyRejectedTest {

    private static List<Problem> problems(Policy policy) {
        return catchThrowableOfType(PolicyRejected.class, () -> CompiledPolicies.compile(List.of(policy)))
                .problems();
    }

    private static void rejects(Policy policy, String pointer, String allowed) {
        assertThat(problems(policy)).anySatisfy(problem -> {
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.allowed()).contains(allowed);
        });
    }

    @Test
    void namesTheCriteriaThatMayHaveBeenMeant() {
        rejects(Policies.of(any("Privileged", "true")), "/sections/0/groups/0/criterion", "Privileged Container");
    }

    @Test
    void namesTheValuesThatAreAllowed() {
        rejects(Policies.of(any("Host PID", "maybe")), "/sections/0/groups/0/values/0", "true, false");
        rejects(Policies.of(any("CVSS", ">= 7", "seven")), "/sections/0/groups/0/values/1", "a number");
        rejects(Policies.of(any("Add Capabilities", "ROOT")), "/sections/0/groups/0/values/0", "NET_ADMIN");
        rejects(Policies.of(any("Severity", "IMPORTANT")), "/sections/0/groups/0/values/0", "LOW, MEDIUM, HIGH");
        rejects(Policies.of(any("Image Age", "-1")), "/sections/0/groups/0/values/0", "0 to 36500");
        rejects(Policies.of(any("Host Path Reach", "etc")), "/sections/0/groups/0/values/0", "an absolute path");
        rejects(Policies.of(any("Effective Permission", "secrets")), "/sections/0/groups/0/values/0", "get:secrets");
        rejects(Policies.of(any("Environment Variable", "FIELD=A=x")), "/sections/0/groups/0/values/0", "SOURCE=NAME");
    }

    @Test
    void takesACriterionOnceInASection() {
        rejects(Policies.of(any("CVE", "A"), any("cve", "B")), "/sections/0/groups/1/criterion", "once in a section");
    }

    @Test
    void takesNoCapabilityBothAddedAndDropped() {
        Policy policy = Policies.of(any("Add Capabilities", "CAP_sys_admin"), any("Drop Capabilities", "SYS_ADMIN"));
        rejects(policy, "/sections/0/groups", "not in both");
    }

    @Test
    void takesNoEmptySectionsAndGroups() {
        rejects(Policies.sections(), "/sections", "1 to");
        rejects(Policies.sections(new Section("", List.of())), "/sections/0/groups", "one group or more");
        rejects(Policies.of(any("CVE")), "/sections/0/groups/0/values", "1 to 500");
    }

    @Test
    void takesOneValueWhereMoreMakeNoSense() {
        rejects(Policies.of(any("Image Age", "1", "2")), "/sections/0/groups/0/values", "one value");
    }

    @Test
    void doesNotTurnRoundWhatAsksForAbsence() {
        rejects(Policies.of(not("Required Label", "owner")), "/sections/0/groups/0/negated", "false");
    }

    @Test
    void asksAnImageOnlyWhatItCanAnswer() {
        Policy deploy = Policies.of(any("Host PID", "true"));
        Policy build = new Policy(
                UUID.randomUUID(),
                "b",
                Severity.LOW,
                true,
                Set.of(Stage.BUILD),
                List.of(),
                "",
                "",
                "",
                deploy.sections(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        rejects(build, "/sections/0/groups/0/criterion", "BUILD");
    }

    @Test
    void asksForTheReasonOfAnExclusionAndReadableScopes() {
        Scope scope = new Scope("r/(", "", "", List.of("=x"), List.of());
        Policy policy = Policies.scoped(
                Policies.of(any("Host PID", "true")),
                List.of(scope),
                List.of(new Policy.Exclusion(" ", "", new Scope("", "", "", List.of(), List.of()), null)));
        rejects(policy, "/scopes/0/cluster", "regular expression");
        rejects(policy, "/scopes/0/labels/0", "key=value");
        rejects(policy, "/exclusions/0/reason", "the reason");
    }

    @Test
    void tellsEveryErrorAtOnceAndCutsEndlessValues() {
        Group endless = new Group("CVE", Operator.OR, false, List.of("x".repeat(5_000), "("));
        List<Problem> problems = problems(Policies.of(endless, any("Nothing", "1")));
        assertThat(problems).hasSize(3).allMatch(problem -> problem.value().length() < 200);
    }
}
