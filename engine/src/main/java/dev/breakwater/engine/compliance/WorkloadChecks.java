package dev.breakwater.engine.compliance;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.EvaluationFailure;
import dev.breakwater.engine.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The checks of workloads. */
public final class WorkloadChecks {

    private final Rules rules;

    private WorkloadChecks(Rules rules) {
        this.rules = rules;
    }

    /** Those of all checks that are asked of workloads, compiled. */
    public static WorkloadChecks compile() {
        return new WorkloadChecks(Rules.of(Checks.rulesOfWorkloads()));
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
        for (Verdict verdict : rules.compiled().judge(workload, asOf, failures)) {
            Check check = rules.of(verdict);
            if (check != null) {
                results.add(
                        platform && !check.onPlatform()
                                ? new CheckResult(check.id(), Outcome.NOT_APPLICABLE, List.of(), null)
                                : Rules.result(check, verdict));
            }
        }
        return results;
    }
}
