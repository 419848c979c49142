package dev.breakwater.central.risk.internal;

import dev.breakwater.central.detection.OpenViolations;
import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.risk.WhatIfs;
import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.whatif.Change;
import dev.breakwater.engine.risk.whatif.ChangeIds;
import dev.breakwater.engine.risk.whatif.ChangeRejected;
import dev.breakwater.engine.risk.whatif.Facts;
import dev.breakwater.engine.risk.whatif.Question;
import dev.breakwater.engine.risk.whatif.WhatIf;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Asks the engine, with the facts, policies and scores as they are kept. */
@Service
class EngineWhatIfs implements WhatIfs {

    private static final int MOST_CHANGES = 25;

    private final NamedParameterJdbcTemplate jdbc;
    private final WorkloadFacts facts;
    private final Policies policies;
    private final OpenViolations violations;
    private final RiskTable scores;
    private final Clock clock;
    private final Assembler assembler = new Assembler();

    EngineWhatIfs(
            DataSource dataSource,
            WorkloadFacts facts,
            Policies policies,
            OpenViolations violations,
            RiskTable scores,
            Clock clock) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.facts = facts;
        this.policies = policies;
        this.violations = violations;
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public Answer answer(UUID workloadId, List<String> changeIds, AccessScope scope) {
        List<Change> changes = read(changeIds);
        Question question = question(workloadId, scope);
        dev.breakwater.engine.risk.whatif.Answer answer = engine().apply(question, changes);
        return new Answer(
                answer.changes().stream().map(EngineWhatIfs::view).toList(),
                score(answer.before()),
                score(answer.after()),
                answer.drop(),
                views(answer.opened()),
                views(answer.closed()));
    }

    @Override
    public List<Suggestion> suggestions(UUID workloadId, AccessScope scope) {
        return engine().suggest(question(workloadId, scope)).stream()
                .map(s -> new Suggestion(
                        view(s.change()),
                        s.score(),
                        s.unknownFactors(),
                        s.drop(),
                        views(s.closes()),
                        s.together().stream()
                                .map(t -> new Together(
                                        view(t.violation()),
                                        t.others().stream()
                                                .map(EngineWhatIfs::view)
                                                .toList()))
                                .toList()))
                .toList();
    }

    @Override
    public List<ReasonDrop> drops(UUID workloadId, AccessScope scope) {
        return engine().drops(question(workloadId, scope)).stream()
                .map(drop -> new ReasonDrop(
                        drop.reason().id(),
                        drop.changes().stream().map(EngineWhatIfs::view).toList(),
                        drop.score(),
                        drop.unknownFactors(),
                        drop.drop()))
                .toList();
    }

    private static List<Change> read(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_CHANGES) {
            throw new InvalidRequest("changes", ids.size() + " changes", "1 to " + MOST_CHANGES + " changes");
        }
        List<Change> changes = new ArrayList<>();
        for (String id : ids) {
            try {
                changes.add(ChangeIds.parse(id));
            } catch (ChangeRejected e) {
                throw new InvalidRequest("changes", id, Objects.requireNonNullElse(e.getMessage(), "a change's id"));
            }
        }
        return changes;
    }

    private WhatIf engine() {
        CompiledPolicySet set = policies.current();
        return new WhatIf(
                assembler::assemble, set.compiled()::judge, id -> set.byId().get(id));
    }

    private Question question(UUID workloadId, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String visible = "select 1 from workloads w where w.id = " + parameters.add(workloadId) + " and "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters);
        LoadedWorkload loaded =
                jdbc.queryForList(visible, parameters.values(), Integer.class).isEmpty()
                        ? null
                        : facts.load(List.of(workloadId)).get(workloadId);
        if (loaded == null) {
            throw new NotFound("workload", workloadId.toString());
        }
        return new Question(
                new Facts(loaded.spec(), loaded.surroundings()),
                RiskInput.PROCESSES_NOT_WATCHED,
                violations.of(workloadId),
                scores.last(workloadId).orElse(null),
                clock.instant());
    }

    private static ChangeView view(Change change) {
        return new ChangeView(change.id(), change.type(), change.label());
    }

    private static Score score(RiskAssessment assessment) {
        return new Score(assessment.score(), assessment.text(), assessment.unknownFactors());
    }

    private static List<ViolationView> views(List<OpenViolation> violations) {
        return violations.stream().map(EngineWhatIfs::view).toList();
    }

    private static ViolationView view(OpenViolation violation) {
        return new ViolationView(violation.policyId(), violation.policyName(), violation.severity());
    }
}
