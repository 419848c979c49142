package dev.breakwater.central.remedy.internal;

import dev.breakwater.engine.risk.FactorScore;
import dev.breakwater.engine.risk.FactorScore.State;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.plan.FixPlanner.Outcome;
import dev.breakwater.engine.risk.whatif.ImageTrial;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Workloads that are judged with fixes made.
 *
 * @param layers by workload the diff ids of its images that were looked into, by their names
 */
record Tried(Map<UUID, ImageTrial> trials, Map<UUID, Map<String, List<String>>> layers) {

    /** Those of some workloads that can be judged. */
    Set<UUID> among(Collection<UUID> workloads) {
        return workloads.stream().filter(trials::containsKey).collect(Collectors.toSet());
    }

    /** The sum of the scores as they are. */
    double total() {
        return trials.values().stream()
                .mapToDouble(trial -> trial.before().score())
                .sum();
    }

    /** Whether a part of the workload's score is unknown, so that it is a lower bound. */
    boolean isUnknown(UUID workload) {
        ImageTrial trial = trials.get(workload);
        return trial != null && trial.before().unknownFactors() > 0;
    }

    /**
     * Why a part of the workload's score keeps an earlier value, so that no upgrade can be seen to lower it; empty = none does. Only
     * what is known lowers a score.
     */
    String held(UUID workload) {
        ImageTrial trial = trials.get(workload);
        return trial == null
                ? ""
                : trial.before().factors().stream()
                        .filter(factor -> factor.state() == State.STALE)
                        .map(FactorScore::unknownReason)
                        .findFirst()
                        .orElse("");
    }

    Outcome judge(UUID workload, List<Fix> fixes) {
        ImageTrial trial = Objects.requireNonNull(trials.get(workload));
        Trying trying = new Trying(trial.images(), layers.getOrDefault(workload, Map.of()), Map.of());
        for (Fix fix : fixes) {
            trying = fix.made(workload, trying);
        }
        RiskAssessment assessment = fixes.isEmpty() ? trial.before() : trial.with(trying.images());
        return new Outcome(assessment.score(), Fix.burden(trying));
    }
}
