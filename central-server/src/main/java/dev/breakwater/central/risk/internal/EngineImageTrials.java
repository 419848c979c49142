package dev.breakwater.central.risk.internal;

import dev.breakwater.central.detection.OpenViolations;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.risk.ImageTrials;
import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.whatif.Facts;
import dev.breakwater.engine.risk.whatif.ImageTrial;
import dev.breakwater.engine.risk.whatif.Question;
import dev.breakwater.engine.risk.whatif.WhatIf;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Asks the engine, with the facts, policies and scores as they are kept. */
@Service
class EngineImageTrials implements ImageTrials {

    private final WorkloadFacts facts;
    private final Policies policies;
    private final OpenViolations violations;
    private final RiskTable scores;
    private final Clock clock;
    private final Assembler assembler = new Assembler();

    EngineImageTrials(
            WorkloadFacts facts, Policies policies, OpenViolations violations, RiskTable scores, Clock clock) {
        this.facts = facts;
        this.policies = policies;
        this.violations = violations;
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public Map<UUID, ImageTrial> of(Collection<UUID> workloadIds) {
        CompiledPolicySet set = policies.current();
        WhatIf engine = new WhatIf(
                assembler::assemble, set.compiled()::judge, id -> set.byId().get(id));
        Map<UUID, Supplier<RiskAssessment>> last = scores.last(workloadIds);
        Instant now = clock.instant();
        Map<UUID, ImageTrial> trials = new LinkedHashMap<>();
        facts.load(workloadIds).forEach((id, loaded) -> {
            Supplier<RiskAssessment> previous = last.get(id);
            trials.put(
                    id,
                    engine.images(new Question(
                            new Facts(loaded.spec(), loaded.surroundings()),
                            RiskInput.PROCESSES_NOT_WATCHED,
                            violations.of(id),
                            previous == null ? null : previous.get(),
                            now)));
        });
        return trials;
    }
}
