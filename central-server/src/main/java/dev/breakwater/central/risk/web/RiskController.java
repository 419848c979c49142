package dev.breakwater.central.risk.web;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.risk.RiskMove;
import dev.breakwater.central.risk.RiskRanks;
import dev.breakwater.central.risk.RiskScores;
import dev.breakwater.central.risk.WhatIfs;
import dev.breakwater.engine.risk.RiskAssessment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The score of a workload, and what changes would bring. */
@RestController
@RequestMapping("/api/v1/workloads/{id}")
@Tag(name = "Risk")
class RiskController {

    record Changes(@NotNull List<String> changes) {}

    private final RiskScores scores;
    private final RiskRanks ranks;
    private final WhatIfs whatIfs;
    private final Readers readers;

    RiskController(RiskScores scores, RiskRanks ranks, WhatIfs whatIfs, Readers readers) {
        this.scores = scores;
        this.ranks = ranks;
        this.whatIfs = whatIfs;
        this.readers = readers;
    }

    @GetMapping("/risk")
    @Operation(summary = "The score, its factors, and each reason with its share and the drop if it alone were mended")
    RiskView risk(@PathVariable UUID id) {
        AccessScope scope = readers.scope();
        RiskAssessment assessment =
                scores.assessment(id, scope).orElseThrow(() -> new NotFound("risk of workload", id.toString()));
        double score = assessment.score();
        long rank = ranks.ranksOf(Set.of(score), scope).getOrDefault(score, 0L);
        return RiskView.of(id, assessment, rank, ranks.ranked(scope), whatIfs.drops(id, scope));
    }

    @GetMapping("/risk/history")
    @Operation(summary = "The steps of the score, newest first")
    Page<RiskMove> history(@PathVariable UUID id) {
        return new Page<>(scores.history(id, readers.scope()), null);
    }

    @GetMapping("/what-if")
    @Operation(summary = "The changes that apply, each with what it would bring alone, the most effective first")
    Page<WhatIfs.Suggestion> suggestions(@PathVariable UUID id) {
        return new Page<>(whatIfs.suggestions(id, readers.scope()), null);
    }

    @PostMapping("/what-if")
    @Operation(summary = "What some changes would bring together; nothing is written")
    WhatIfs.Answer whatIf(@PathVariable UUID id, @Valid @RequestBody Changes changes) {
        return whatIfs.answer(id, changes.changes(), readers.scope());
    }
}
