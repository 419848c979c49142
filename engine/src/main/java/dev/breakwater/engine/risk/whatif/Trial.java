package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.risk.OpenViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One question with the answers that were already worked out for it. Not for several threads. */
final class Trial {

    private final Judgement judgement;
    private final Question question;
    private final Judgement.Result before;
    private final List<FactChange> candidates;
    private final Map<List<Change>, Answer> answers = new HashMap<>();

    Trial(Judgement judgement, Question question) {
        this.judgement = judgement;
        this.question = question;
        before = judgement.of(question, question.facts(), List.of(), question.open(), question.previous());
        candidates = Candidates.of(question.facts(), question.asOf());
    }

    /** The workload as it is. */
    Judgement.Result before() {
        return before;
    }

    Facts facts() {
        return question.facts();
    }

    /** The changes that would alter its facts. */
    List<FactChange> candidates() {
        return candidates;
    }

    Answer answer(List<Change> changes) {
        return answers.computeIfAbsent(List.copyOf(changes), this::work);
    }

    private Answer work(List<Change> changes) {
        Facts facts = question.facts();
        for (Change change : changes) {
            if (change instanceof FactChange fact) {
                facts = fact.apply(facts, question.asOf());
            }
        }
        List<ResolveViolation> resolved = changes.stream()
                .filter(ResolveViolation.class::isInstance)
                .map(ResolveViolation.class::cast)
                .toList();
        Judgement.Result after = judgement.of(question, facts, resolved, before.open(), before.assessment());
        return new Answer(
                changes,
                before.assessment(),
                after.assessment(),
                without(after.open(), before.open()),
                without(before.open(), after.open()));
    }

    private static List<OpenViolation> without(List<OpenViolation> some, List<OpenViolation> others) {
        return some.stream()
                .filter(v -> others.stream().noneMatch(o -> o.policyId().equals(v.policyId())))
                .toList();
    }
}
