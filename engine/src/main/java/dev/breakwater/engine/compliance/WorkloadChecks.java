package dev.breakwater.engine.compliance;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.EvaluationFailure;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The checks of workloads. Each is the rule of a policy that comes with the product, as it comes: what people switch off,
 * exclude or edit changes what they are told of, and not what a standard demands.
 */
public final class WorkloadChecks {

    private final CompiledPolicies rules;
    private final Map<UUID, Check> byRule;

    private WorkloadChecks(CompiledPolicies rules, Map<UUID, Check> byRule) {
        this.rules = rules;
        this.byRule = byRule;
    }

    /** Those of all checks that are asked of workloads, compiled. */
    public static WorkloadChecks compile() {
        Map<String, Policy> policies = BuiltInPolicies.all().stream()
                .collect(Collectors.toMap(Policy::name, Function.identity(), (one, other) -> one));
        List<Policy> rules = new ArrayList<>();
        Map<UUID, Check> byRule = new HashMap<>();
        Checks.rules().forEach((check, policyName) -> {
            Policy policy = policies.get(policyName);
            if (policy == null) {
                throw new IllegalStateException("check " + check.id() + " asks for no policy: " + policyName);
            }
            Policy rule = PolicyEdit.of(policy)
                    .enabled(true)
                    .scopes(List.of())
                    .exclusions(List.of())
                    .done();
            rules.add(rule);
            byRule.put(rule.id(), check);
        });
        return new WorkloadChecks(CompiledPolicies.compile(rules), Map.copyOf(byRule));
    }

    /**
     * What each check says of a workload.
     *
     * @param platform whether the workload belongs to the platform
     * @param failures told of each evaluation that broke; its check is unknown
     */
    public List<CheckResult> judge(
            Workload workload, boolean platform, Instant asOf, Consumer<EvaluationFailure> failures) {
        List<CheckResult> results = new ArrayList<>();
        for (Verdict verdict : rules.judge(workload, asOf, failures)) {
            Check check = byRule.get(verdict.policyId());
            if (check != null) {
                results.add(
                        platform && !check.onPlatform()
                                ? new CheckResult(check.id(), Outcome.NOT_APPLICABLE, List.of(), null)
                                : result(check, verdict));
            }
        }
        return results;
    }

    private static CheckResult result(Check check, Verdict verdict) {
        return switch (verdict.outcome()) {
            case VIOLATED -> new CheckResult(check.id(), Outcome.FAIL, found(verdict), verdict.validUntil());
            case UNKNOWN -> new CheckResult(check.id(), Outcome.UNKNOWN, missing(verdict), verdict.validUntil());
            case CLEAN -> new CheckResult(check.id(), Outcome.PASS, List.of(), verdict.validUntil());
            case OUT_OF_SCOPE, EXCLUDED ->
                new CheckResult(check.id(), Outcome.NOT_APPLICABLE, List.of(), verdict.validUntil());
        };
    }

    private static List<Evidence> found(Verdict verdict) {
        return verdict.evidence().stream()
                .map(one -> new Evidence(one.field(), one.found(), "not " + one.forbidden(), one.path(), one.message()))
                .toList();
    }

    private static List<Evidence> missing(Verdict verdict) {
        return verdict.unknown().stream()
                .map(one -> new Evidence(one.criterion(), "", "", "", one.detail()))
                .toList();
    }
}
