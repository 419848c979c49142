package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.Policy.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Short ways to write policies in tests. */
public final class Policies {

    private Policies() {}

    public static Group any(String criterion, String... values) {
        return new Group(criterion, Operator.OR, false, List.of(values));
    }

    public static Group all(String criterion, String... values) {
        return new Group(criterion, Operator.AND, false, List.of(values));
    }

    public static Group not(String criterion, String... values) {
        return new Group(criterion, Operator.OR, true, List.of(values));
    }

    /** One section in which all groups must hold. */
    public static Policy of(Group... groups) {
        return sections(new Section("", List.of(groups)));
    }

    public static Policy sections(Section... sections) {
        return new Policy(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                "A policy",
                Severity.HIGH,
                true,
                Set.of(Stage.DEPLOY),
                List.of(),
                "",
                "",
                "",
                Arrays.asList(sections),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same for the runtime stage. */
    public static Policy atRuntime(Policy policy) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.severity(),
                true,
                Set.of(Stage.RUNTIME),
                policy.categories(),
                policy.description(),
                policy.rationale(),
                policy.remediation(),
                policy.sections(),
                policy.scopes(),
                policy.exclusions(),
                policy.mitre(),
                policy.controls());
    }

    /** What a runtime policy says of a workload and what it was seen doing. */
    public static Verdict judgeRuntime(Policy policy, WorkloadFixture workload) {
        return CompiledPolicies.compile(List.of(policy))
                .judge(workload.build(), workload.activity, ContainerFixture.NOW, failure -> {
                    throw new IllegalStateException(failure.toString());
                })
                .getFirst();
    }

    public static Policy scoped(Policy policy, List<Policy.Scope> scopes, List<Policy.Exclusion> exclusions) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.severity(),
                policy.enabled(),
                policy.stages(),
                policy.categories(),
                policy.description(),
                policy.rationale(),
                policy.remediation(),
                policy.sections(),
                scopes,
                exclusions,
                policy.mitre(),
                policy.controls());
    }

    public static Verdict judge(Policy policy, Workload workload, Instant asOf) {
        return CompiledPolicies.compile(List.of(policy)).judge(workload, asOf).getFirst();
    }

    public static Verdict judge(Policy policy, WorkloadFixture workload) {
        return judge(policy, workload.build(), ContainerFixture.NOW);
    }
}
