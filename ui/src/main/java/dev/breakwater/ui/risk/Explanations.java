package dev.breakwater.ui.risk;

import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.risk.RiskMove;
import dev.breakwater.central.risk.RiskRanks;
import dev.breakwater.central.risk.RiskScores;
import dev.breakwater.central.risk.WhatIfs;
import dev.breakwater.engine.risk.RiskAssessment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that explains one score, as the present reader may see it. */
@Component
class Explanations {

    private final Workloads workloads;
    private final RiskScores scores;
    private final RiskRanks ranks;
    private final WhatIfs whatIfs;
    private final GateRuns gates;
    private final Readers readers;

    Explanations(
            Workloads workloads, RiskScores scores, RiskRanks ranks, WhatIfs whatIfs, GateRuns gates, Readers readers) {
        this.workloads = workloads;
        this.scores = scores;
        this.ranks = ranks;
        this.whatIfs = whatIfs;
        this.gates = gates;
        this.readers = readers;
    }

    WorkloadRow workload(UUID id) {
        return workloads.get(id, readers.scope());
    }

    Optional<RiskAssessment> assessment(UUID id) {
        return scores.assessment(id, readers.scope());
    }

    List<RiskMove> history(UUID id) {
        return scores.history(id, readers.scope());
    }

    /** The checks in which it was judged before it ran, newest first. */
    List<GateRuns.Gated> gates(UUID id) {
        return gates.ofWorkload(id, readers.scope());
    }

    List<WhatIfs.Suggestion> suggestions(UUID id) {
        return whatIfs.suggestions(id, readers.scope());
    }

    List<WhatIfs.ReasonDrop> drops(UUID id) {
        return whatIfs.drops(id, readers.scope());
    }

    WhatIfs.Answer answer(UUID id, List<String> changes) {
        return whatIfs.answer(id, changes, readers.scope());
    }

    /** Of how many workloads with a score. */
    long ranked() {
        return ranks.ranked(readers.scope());
    }

    /** The rank that a workload would have with another score, its own present one not counted. */
    long rankWith(double score, double present) {
        AccessScope scope = readers.scope();
        long higher = ranks.ranksOf(List.of(score), scope).getOrDefault(score, 1L);
        return score < present ? Math.max(1, higher - 1) : higher;
    }
}
