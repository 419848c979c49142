package dev.breakwater.engine.compliance;

import dev.breakwater.engine.policy.EvaluationFailure;
import dev.breakwater.engine.policy.Judgement;
import dev.breakwater.engine.policy.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The checks of workloads. */
public final class WorkloadChecks {

    private final Rules rules;
    private final Rules ofUnsigned;

    private WorkloadChecks(Rules rules, Rules ofUnsigned) {
        this.rules = rules;
        this.ofUnsigned = ofUnsigned;
    }

    /** Those of all checks that are asked of workloads, compiled. */
    public static WorkloadChecks compile() {
        return new WorkloadChecks(Rules.of(Checks.rulesOfWorkloads()), Rules.of(Checks.rulesOfUnsigned()));
    }

    /**
     * What each check says of a workload.
     *
     * @param of the look at it; what others asked in the same words is not asked again
     * @param platform whether the workload belongs to the platform
     * @param failures told of each evaluation that broke; its check is unknown
     */
    public List<CheckResult> judge(Judgement of, boolean platform, Consumer<EvaluationFailure> failures) {
        Map<Check, Verdict> unsigned = new HashMap<>();
        for (Verdict verdict : ofUnsigned.compiled().judge(of, failures)) {
            Check check = ofUnsigned.of(verdict);
            if (check != null) {
                unsigned.put(check, verdict);
            }
        }
        List<CheckResult> results = new ArrayList<>();
        for (Verdict verdict : rules.compiled().judge(of, failures)) {
            Check check = rules.of(verdict);
            if (check != null) {
                results.add(
                        platform && !check.onPlatform()
                                ? new CheckResult(check.id(), Outcome.NOT_APPLICABLE, List.of(), null)
                                : result(check, verdict, unsigned.get(check)));
            }
        }
        return results;
    }

    private static CheckResult result(Check check, Verdict verdict, @Nullable Verdict unsigned) {
        return unsigned != null && verdict.outcome() == Verdict.Outcome.VIOLATED
                ? SignedInstead.result(check, verdict, unsigned)
                : Rules.result(check, verdict);
    }
}
