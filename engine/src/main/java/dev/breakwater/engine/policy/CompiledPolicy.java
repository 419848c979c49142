package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Verdict.Outcome;
import dev.breakwater.engine.policy.criteria.Answer;
import dev.breakwater.engine.policy.linked.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A policy ready to be judged.
 *
 * @param questions its sections
 * @param clean the verdict where it finds nothing and time alone does not change that: the most frequent one
 */
record CompiledPolicy(
        Policy source, List<Question> questions, List<CompiledScope> scopes, List<Exempt> exclusions, Verdict clean)
        implements Judge {

    CompiledPolicy(Policy source, List<CompiledSection> sections, List<CompiledScope> scopes, List<Exempt> exclusions) {
        this(
                source,
                IntStream.range(0, sections.size())
                        .mapToObj(i -> new Question(source.sections().get(i), sections.get(i)))
                        .toList(),
                scopes,
                exclusions,
                new Verdict(source.id(), Outcome.CLEAN, List.of(), List.of(), null));
    }

    /** An exclusion with its scope compiled. */
    record Exempt(CompiledScope scope, Exclusion source) {

        @Nullable
        Instant expiresAt() {
            return source.expiresAt();
        }

        boolean isOver(Instant asOf) {
            Instant end = expiresAt();
            return end != null && !asOf.isBefore(end);
        }
    }

    @Override
    public Verdict judge(Judgement of) {
        if (scopes.isEmpty() && exclusions.isEmpty()) {
            return verdict(of, Answer.YES, List.of());
        }
        Workload workload = of.workload();
        Answer applies = scopes.stream()
                .map(scope -> scope.test(workload))
                .reduce(Answer::or)
                .orElse(Answer.YES);
        if (applies.truth() == Truth.FALSE) {
            return new Verdict(source.id(), Outcome.OUT_OF_SCOPE, List.of(), List.of(), null);
        }
        List<Exempt> doubtful = new ArrayList<>();
        List<Exempt> holding = new ArrayList<>();
        Answer excluded = Answer.NO;
        for (Exempt exempt : exclusions) {
            Answer answer =
                    exempt.isOver(of.asOf()) ? Answer.NO : exempt.scope().test(workload);
            excluded = excluded.or(answer);
            switch (answer.truth()) {
                case TRUE -> holding.add(exempt);
                case UNKNOWN -> doubtful.add(exempt);
                case FALSE -> {}
            }
        }
        if (!holding.isEmpty() && applies.truth() == Truth.TRUE) {
            return excluded(of, holding);
        }
        Answer judged = applies.and(excluded.not());
        return verdict(of, judged, !holding.isEmpty() ? holding : doubtful);
    }

    @Override
    public boolean readsImages() {
        return questions.stream().anyMatch(question -> question.section().readsImages());
    }

    /** What it judges: workloads, or other objects. */
    Level subject() {
        return questions.getFirst().section().level();
    }

    /** About a request to the cluster's API that concerns no workload. */
    Verdict judge(String cluster, Activity.ApiRequest request, Instant asOf) {
        return judge(scope -> scope.test(cluster, request.namespace()), asOf, section -> section.judge(request, asOf));
    }

    /** About an object that is no workload. */
    Verdict judge(Resource resource, Instant asOf) {
        return judge(scope -> scope.test(resource), asOf, section -> section.judge(resource, asOf));
    }

    private Verdict judge(
            Function<CompiledScope, Answer> within, Instant asOf, Function<CompiledSection, Finding> judgement) {
        Answer applies = scopes.stream().map(within).reduce(Answer::or).orElse(Answer.YES);
        Answer excluded = exclusions.stream()
                .filter(exempt -> !exempt.isOver(asOf))
                .map(exempt -> within.apply(exempt.scope()))
                .reduce(Answer.NO, Answer::or);
        Answer judged = applies.and(excluded.not());
        Finding found = Finding.noneSoFar();
        if (judged.truth() != Truth.FALSE) {
            questions.forEach(question -> found.or(judgement.apply(question.section())));
        }
        return switch (found.truth().and(judged.truth())) {
            case TRUE ->
                new Verdict(source.id(), Outcome.VIOLATED, Listing.ofEvidence(found.evidence()), List.of(), null);
            case UNKNOWN -> new Verdict(source.id(), Outcome.UNKNOWN, List.of(), missing(found, judged), null);
            case FALSE -> new Verdict(source.id(), Outcome.CLEAN, List.of(), List.of(), null);
        };
    }

    private Verdict verdict(Judgement of, Answer judged, List<Exempt> expiring) {
        Instant changesAt = null;
        for (Exempt exempt : expiring) {
            changesAt = Answer.earlier(changesAt, exempt.expiresAt());
        }
        if (judged.truth() == Truth.FALSE) {
            // Perhaps out of scope, else excluded: silent either way.
            return excluded(of, expiring);
        }
        Finding found = found(of);
        changesAt = Answer.earlier(changesAt, found.changesAt());
        if (found.truth() == Truth.FALSE && changesAt == null) {
            return clean;
        }
        Outcome outcome = switch (found.truth().and(judged.truth())) {
            case TRUE -> Outcome.VIOLATED;
            case UNKNOWN -> Outcome.UNKNOWN;
            case FALSE -> Outcome.CLEAN;
        };
        return new Verdict(
                source.id(),
                outcome,
                outcome == Outcome.VIOLATED ? found.listedEvidence() : List.of(),
                outcome == Outcome.UNKNOWN ? missing(found, judged) : List.of(),
                changesAt);
    }

    private static List<UnknownFact> missing(Finding found, Answer judged) {
        if (judged.truth() != Truth.UNKNOWN) {
            return found.truth() == Truth.UNKNOWN ? found.listedUnknown() : List.of();
        }
        List<UnknownFact> unknown = new ArrayList<>(found.truth() == Truth.UNKNOWN ? found.unknown() : List.of());
        unknown.add(new UnknownFact(
                "Scope",
                "the workload",
                Objects.requireNonNullElse(judged.reason(), UnknownReason.NOT_COLLECTED),
                judged.detail()));
        return Listing.ofUnknown(unknown);
    }

    private Finding found(Judgement of) {
        if (questions.size() == 1) {
            return of.finding(questions.getFirst());
        }
        Finding found = Finding.noneSoFar();
        for (int i = 0; i < questions.size(); i++) {
            found.or(of.finding(questions.get(i)));
        }
        return found;
    }

    /** Silent, but with what is silenced. */
    private Verdict excluded(Judgement of, List<Exempt> exempts) {
        Finding found = found(of);
        Exclusion longest = longest(exempts);
        return new Verdict(
                source.id(),
                Outcome.EXCLUDED,
                found.truth() == Truth.TRUE ? found.listedEvidence() : List.of(),
                found.truth() == Truth.UNKNOWN ? found.listedUnknown() : List.of(),
                longest,
                Answer.earlier(longest == null ? null : longest.expiresAt(), found.changesAt()));
    }

    /** The one that ends last. */
    private static @Nullable Exclusion longest(List<Exempt> exempts) {
        Exclusion longest = null;
        for (Exempt exempt : exempts) {
            if (exempt.expiresAt() == null) {
                return exempt.source();
            }
            boolean longer = longest == null
                    || (longest.expiresAt() != null && exempt.expiresAt().isAfter(longest.expiresAt()));
            longest = longer ? exempt.source() : longest;
        }
        return longest;
    }
}
