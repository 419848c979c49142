package dev.breakwater.central.detection.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.Comment;
import dev.breakwater.central.detection.DecisionOutcome;
import dev.breakwater.central.detection.DecisionOutcome.Refusal;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.detection.ViolationTransition.Kind;
import dev.breakwater.central.detection.internal.DecisionTable.Before;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.model.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions in one transaction each: choose, lock, compare, remember, write, count anew. */
@Service
@Transactional
class StoredTriage implements Triage {

    private final SelectedViolations selected;
    private final DecisionTable table;
    private final DecisionEffect effect;
    private final Assignees assignees;
    private final Transitions transitions;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredTriage(
            SelectedViolations selected,
            DecisionTable table,
            DecisionEffect effect,
            Assignees assignees,
            Transitions transitions,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.selected = selected;
        this.table = table;
        this.effect = effect;
        this.assignees = assignees;
        this.transitions = transitions;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public DecisionOutcome assign(
            Selection selection, @Nullable Assignee assignee, String reason, boolean dryRun, AccessScope scope) {
        DecisionTexts.optionalReason(reason);
        if (assignee != null) {
            assignees.check(assignee);
        }
        return decide(new Decision.Assign(assignee), selection, reason, dryRun, scope);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public DecisionOutcome comment(Selection selection, String body, boolean dryRun, AccessScope scope) {
        DecisionTexts.comment(body);
        return decide(new Decision.Remark(body.strip()), selection, "", dryRun, scope);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public DecisionOutcome resolve(Selection selection, String reason, boolean dryRun, AccessScope scope) {
        DecisionTexts.reason(reason);
        return decide(new Decision.Resolve(), selection, reason, dryRun, scope);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public DecisionOutcome reopen(Selection selection, String reason, boolean dryRun, AccessScope scope) {
        DecisionTexts.optionalReason(reason);
        return decide(new Decision.Reopen(), selection, reason, dryRun, scope);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public DecisionOutcome accept(
            Selection selection, String reason, Instant until, boolean dryRun, AccessScope scope) {
        Instant now = clock.instant();
        DecisionTexts.reason(reason);
        DecisionTexts.until(until, now);
        return decide(new Decision.Accept(Ids.newId(now), until), selection, reason, dryRun, scope);
    }

    private DecisionOutcome decide(
            Decision decision, Selection selection, String reason, boolean dryRun, AccessScope scope) {
        List<UUID> ids = selected.ids(selection, scope);
        if (!dryRun) {
            table.lock(ids);
        }
        List<Before> fitting = new ArrayList<>();
        Map<String, Integer> refused = new LinkedHashMap<>();
        int unchanged = 0;
        List<Before> found = table.before(ids);
        if (selection.decisions() != null
                && found.stream().anyMatch(violation -> violation.decisions() != selection.decisions())) {
            throw new OptimisticLockingFailureException("somebody decided meanwhile");
        }
        for (Before violation : found) {
            String refusal = decision.refusal(violation);
            if (refusal != null) {
                refused.merge(refusal, 1, Integer::sum);
            } else if (decision.holdsAlready(violation)) {
                unchanged++;
            } else {
                fitting.add(violation);
            }
        }
        UUID id = dryRun || fitting.isEmpty() ? null : write(decision, selection, reason, fitting);
        return outcome(id, ids.size(), fitting, unchanged, refused);
    }

    private UUID write(Decision decision, Selection selection, String reason, List<Before> violations) {
        Instant now = clock.instant();
        String actor = actors.current().name();
        String q = selection.q() == null ? "" : selection.q();
        UUID id = decision instanceof Decision.Accept accept ? accept.acceptanceId() : Ids.newId(now);
        List<UUID> ids = violations.stream().map(Before::id).toList();
        table.remember(id, now, actor, decision.action(), q, reason, ids);
        effect.write(decision, id, violations, reason, actor, q, now);
        table.noteStates(id);
        effect.history(ids, decision.word(), decision.cause(reason), actor, now, Correlation.current());
        effect.settle(workloads(violations));
        if (decision instanceof Decision.Resolve) {
            // What a gate refused never opened, so its end is no news.
            transitions.stored(
                    violations.stream()
                            .filter(violation -> violation.state() == State.OPEN || violation.state() == State.ACCEPTED)
                            .map(Before::id)
                            .toList(),
                    Kind.RESOLVED,
                    now);
        } else if (decision instanceof Decision.Reopen) {
            transitions.stored(ids, Kind.OPENED, now);
        }
        boolean one = ids.size() == 1;
        audit.record(
                decision.word().toLowerCase(Locale.ROOT),
                one ? "violation" : "violations",
                one ? ids.getFirst().toString() : id.toString(),
                one ? "" : ids.size() + " violations",
                null,
                Map.of("decision", id, "filter", q, "violations", ids.size(), "cause", decision.cause(reason)));
        return id;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public DecisionOutcome undo(UUID decisionId, AccessScope scope) {
        Instant now = clock.instant();
        DecisionTable.Made made = table.find(decisionId, now);
        if (made == null) {
            throw new NotFound("decision of the last week", decisionId.toString());
        }
        if (made.undoneAt() != null) {
            throw new Conflict("the decision was undone at " + made.undoneAt());
        }
        List<UUID> ids = table.violationsOf(decisionId);
        if (selected.within(ids, scope) < ids.size()) {
            throw new AccessDeniedException("the decision reaches beyond what may be seen");
        }
        table.lock(ids);
        String actor = actors.current().name();
        List<UUID> back = table.putBack(decisionId, actor, now);
        List<Before> after = table.before(back);
        effect.history(back, "UNDONE", made.action().toLowerCase(Locale.ROOT), actor, now, Correlation.current());
        effect.settle(workloads(after));
        // What was told of the decision is told the other way round.
        switch (made.action()) {
            case "RESOLVE" -> transitions.stored(in(State.OPEN, after), Kind.OPENED, now);
            case "REOPEN" -> transitions.stored(in(State.RESOLVED, after), Kind.RESOLVED, now);
            default -> {}
        }
        audit.record(
                "undone",
                "decision",
                decisionId.toString(),
                made.action(),
                null,
                Map.of("violations", back.size(), "overtaken", ids.size() - back.size()));
        int overtaken = ids.size() - back.size();
        return outcome(
                null, ids.size(), after, 0, overtaken == 0 ? Map.of() : Map.of("It has changed since.", overtaken));
    }

    private DecisionOutcome outcome(
            @Nullable UUID id, int matched, List<Before> changed, int unchanged, Map<String, Integer> refused) {
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        changed.forEach(violation -> bySeverity.merge(violation.severity(), 1, Integer::sum));
        return new DecisionOutcome(
                id,
                matched,
                changed.size(),
                unchanged,
                refused.entrySet().stream()
                        .map(entry -> new Refusal(entry.getKey(), entry.getValue()))
                        .toList(),
                bySeverity,
                table.named(changed.stream().map(Before::id).toList()));
    }

    private static List<UUID> in(State state, List<Before> violations) {
        return violations.stream()
                .filter(violation -> violation.state() == state)
                .map(Before::id)
                .toList();
    }

    private static List<UUID> workloads(List<Before> violations) {
        return violations.stream()
                .map(Before::workloadId)
                .collect(Collectors.collectingAndThen(Collectors.toSet(), List::copyOf));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Comment> comments(UUID violationId, AccessScope scope) {
        return selected.comments(violationId, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Assignee> assignees() {
        return assignees.all();
    }
}
