package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.RiskModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way from facts to a score: assembly, policies, risk. Stages are functions, so that this knows none of them. */
record Judgement(
        BiFunction<WorkloadSpec, Surroundings, Workload> assembler,
        BiFunction<Workload, Instant, List<Verdict>> judge,
        Function<UUID, Policy> policies) {

    /** What the stages say of some facts. */
    record Result(Workload workload, List<OpenViolation> open, RiskAssessment assessment) {}

    /**
     * Judges facts.
     *
     * @param changes those of them that no fact shows
     * @param open what was open before
     */
    Result of(
            Question question,
            Facts facts,
            List<ResolveViolation> changes,
            List<OpenViolation> open,
            @Nullable RiskAssessment previous) {
        Workload workload = assembler.apply(facts.spec(), facts.surroundings());
        List<OpenViolation> now = new ArrayList<>(open(judge.apply(workload, question.asOf()), open));
        now.removeIf(v -> changes.stream().anyMatch(c -> c.policyId().equals(v.policyId())));
        RiskAssessment assessment = RiskModel.PRESENT.assess(
                new RiskInput(workload, now, question.suspiciousProcesses(), previous, question.asOf()));
        return new Result(workload, now, assessment);
    }

    private List<OpenViolation> open(List<Verdict> verdicts, List<OpenViolation> before) {
        Map<UUID, OpenViolation> open = new LinkedHashMap<>();
        before.forEach(v -> open.put(v.policyId(), v));
        for (Verdict verdict : verdicts) {
            switch (verdict.outcome()) {
                case VIOLATED -> open.put(verdict.policyId(), violation(verdict));
                case CLEAN, OUT_OF_SCOPE, EXCLUDED -> open.remove(verdict.policyId());
                case UNKNOWN -> {
                    // what was open stays open: a fact that is not seen any more mends nothing
                }
            }
        }
        return List.copyOf(open.values());
    }

    private OpenViolation violation(Verdict verdict) {
        Policy policy = policies.apply(verdict.policyId());
        return new OpenViolation(policy.id(), policy.name(), policy.severity(), verdict.evidence());
    }
}
