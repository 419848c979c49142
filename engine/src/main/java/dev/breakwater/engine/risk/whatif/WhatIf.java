package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Answers what changes would bring, by changing the facts and running assembly, policies and risk over them. Pure; nothing
 * is computed before it is asked for.
 */
public final class WhatIf {

    private static final Comparator<Suggestion> BEST =
            Comparator.comparingDouble(Suggestion::drop).reversed();

    private final Judgement judgement;

    /**
     * Joins the stages.
     *
     * @param assembler makes a workload of facts
     * @param judge all policies' verdicts on a workload at an instant
     * @param policies the policy of a verdict
     */
    public WhatIf(
            BiFunction<WorkloadSpec, Surroundings, Workload> assembler,
            BiFunction<Workload, Instant, List<Verdict>> judge,
            Function<UUID, Policy> policies) {
        judgement = new Judgement(assembler, judge, policies);
    }

    /** What the changes would bring together, for facts without a history. */
    public Answer apply(WorkloadSpec spec, Surroundings surroundings, List<Change> changes, Instant asOf) {
        return apply(Question.of(spec, surroundings, asOf), changes);
    }

    /** Makes ready to ask what other contents of the workload's images would bring, many times. */
    public ImageTrial images(Question question) {
        return new ImageTrial(judgement, question);
    }

    /** What the changes would bring together. */
    public Answer apply(Question question, List<Change> changes) {
        return new Trial(judgement, question).answer(changes);
    }

    /**
     * The changes that apply to the workload, each with what it would bring alone, the most effective first. A violation
     * that none of them closes is offered to be mended as such.
     */
    public List<Suggestion> suggest(Question question) {
        Trial trial = new Trial(judgement, question);
        Map<OpenViolation, List<Change>> together = new Remedies(trial).together();
        List<Suggestion> known = trial.candidates().stream()
                .map(change -> suggestion(trial.answer(List.of(change)), together))
                .toList();
        Stream<Suggestion> others = trial.before().open().stream()
                .filter(v -> known.stream().noneMatch(s -> s.closesPolicy(v.policyId())))
                .map(v -> new ResolveViolation(v.policyId(), v.policyName()))
                .map(change -> suggestion(trial.answer(List.of(change)), Map.of()));
        return Stream.concat(known.stream(), others).sorted(BEST).toList();
    }

    /**
     * For each reason of the assessment what mending it alone would bring. A reason that nothing is known to mend is left
     * out: one that was only kept from earlier, or stands for many.
     */
    public List<Drop> drops(Question question) {
        Trial trial = new Trial(judgement, question);
        Remedies remedies = new Remedies(trial);
        return trial.before().assessment().reasons().stream()
                .flatMap(reason -> drop(trial, remedies, reason).stream())
                .toList();
    }

    /** What mending one reason alone would bring; empty if nothing is known to mend it. */
    public Optional<Drop> dropIfFixed(Question question, Reason reason) {
        Trial trial = new Trial(judgement, question);
        return drop(trial, new Remedies(trial), reason);
    }

    private static Optional<Drop> drop(Trial trial, Remedies remedies, Reason reason) {
        List<Change> changes = remedies.of(reason);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = trial.answer(changes);
        return Optional.of(
                new Drop(reason, changes, answer.after().score(), answer.after().unknownFactors(), answer.drop()));
    }

    private static Suggestion suggestion(Answer answer, Map<OpenViolation, List<Change>> together) {
        Change change = answer.changes().getFirst();
        return new Suggestion(
                change,
                answer.after().score(),
                answer.after().unknownFactors(),
                answer.drop(),
                answer.closed(),
                together.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(change))
                        .map(entry -> new Suggestion.Together(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .filter(other -> !other.equals(change))
                                        .toList()))
                        .toList());
    }
}
