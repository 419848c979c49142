package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict.Outcome;
import dev.breakwater.engine.policy.WorkloadFixture;
import java.util.function.Consumer;

/** What one criterion says with one value of a sound workload to which something was done. */
record CriterionCase(String criterion, String value, Outcome outcome, Consumer<WorkloadFixture> change) {

    static CriterionCase yes(String criterion, String value, Consumer<WorkloadFixture> change) {
        return new CriterionCase(criterion, value, Outcome.VIOLATED, change);
    }

    static CriterionCase no(String criterion, String value, Consumer<WorkloadFixture> change) {
        return new CriterionCase(criterion, value, Outcome.CLEAN, change);
    }

    static CriterionCase unknown(String criterion, String value, Consumer<WorkloadFixture> change) {
        return new CriterionCase(criterion, value, Outcome.UNKNOWN, change);
    }

    Outcome found() {
        WorkloadFixture workload = WorkloadFixture.sound();
        change.accept(workload);
        Policy policy = Policies.of(Policies.any(criterion, value));
        boolean ofRuntime =
                Criteria.byName(criterion).orElseThrow().card().level().isOfRuntime();
        return ofRuntime
                ? Policies.judgeRuntime(Policies.atRuntime(policy), workload).outcome()
                : Policies.judge(policy, workload).outcome();
    }

    @Override
    public String toString() {
        return criterion + " = " + value + " is " + outcome;
    }
}
