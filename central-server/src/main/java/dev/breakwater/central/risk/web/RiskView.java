package dev.breakwater.central.risk.web;

import dev.breakwater.central.risk.WhatIfs.ChangeView;
import dev.breakwater.central.risk.WhatIfs.ReasonDrop;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.FactorScore;
import dev.breakwater.engine.risk.Reason;
import dev.breakwater.engine.risk.RiskAssessment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A score with what it is made of.
 *
 * @param text as it is shown, such as {@code ≥ 3.2 (2 factors unknown)}
 * @param rank within what the reader may see, 1 = the riskiest
 * @param of how many workloads have a rank
 */
record RiskView(
        UUID workloadId,
        double score,
        String text,
        long rank,
        long of,
        int unknownFactors,
        int staleFactors,
        String modelVersion,
        Instant assessedAt,
        List<FactorScore> factors,
        List<ReasonView> reasons) {

    /**
     * One reason.
     *
     * @param share its part of the score, 0 to 1
     * @param drop by how much the score falls if it alone is mended, {@code null} = nothing is known to mend it
     * @param mendedBy what mends it, together
     */
    record ReasonView(
            String id,
            FactorId factor,
            String text,
            @Nullable Severity severity,
            double points,
            double share,
            boolean stale,
            @Nullable Double drop,
            List<ChangeView> mendedBy) {

        static ReasonView of(Reason reason, @Nullable ReasonDrop drop) {
            return new ReasonView(
                    reason.id(),
                    reason.factor(),
                    reason.text(),
                    reason.severity(),
                    reason.points(),
                    reason.share(),
                    reason.stale(),
                    drop == null ? null : drop.drop(),
                    drop == null ? List.of() : drop.changes());
        }
    }

    static RiskView of(UUID workloadId, RiskAssessment assessment, long rank, long of, List<ReasonDrop> drops) {
        Map<String, ReasonDrop> byReason =
                drops.stream().collect(Collectors.toMap(ReasonDrop::reasonId, Function.identity(), (a, b) -> a));
        return new RiskView(
                workloadId,
                assessment.score(),
                assessment.text(),
                rank,
                of,
                assessment.unknownFactors(),
                assessment.staleFactors(),
                assessment.modelVersion(),
                assessment.assessedAt(),
                assessment.factors(),
                assessment.reasons().stream()
                        .map(reason -> ReasonView.of(reason, byReason.get(reason.id())))
                        .toList());
    }
}
