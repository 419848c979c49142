package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.criteria.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found so far: the truth, what speaks for it, what was missing, and when time alone may change it. */
final class Finding {

    private Truth truth;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<UnknownFact> unknown = new ArrayList<>();
    private @Nullable Instant changesAt;

    private Finding(Truth truth) {
        this.truth = truth;
    }

    /** The start of a conjunction. */
    static Finding allSoFar() {
        return new Finding(Truth.TRUE);
    }

    /** The start of a disjunction. */
    static Finding noneSoFar() {
        return new Finding(Truth.FALSE);
    }

    /** A conjunction that has failed; what its other parts say no longer matters, not even when they change. */
    static Finding failed(@Nullable Instant changesAt) {
        Finding finding = new Finding(Truth.FALSE);
        finding.changesAt = changesAt;
        return finding;
    }

    void and(Finding other) {
        truth = truth.and(other.truth);
        add(other);
    }

    void and(Truth other, @Nullable Instant otherChangesAt) {
        truth = truth.and(other);
        changesAt = Answer.earlier(changesAt, otherChangesAt);
    }

    void or(Finding other) {
        truth = truth.or(other.truth);
        add(other);
    }

    private void add(Finding other) {
        changesAt = Answer.earlier(changesAt, other.changesAt);
        // A part that is true speaks for the whole only where the whole is; which it is, is known at the end.
        if (other.truth == Truth.TRUE) {
            evidence.addAll(other.evidence);
        }
        if (other.truth == Truth.UNKNOWN) {
            unknown.addAll(other.unknown);
        }
    }

    void missing(UnknownFact fact) {
        unknown.add(fact);
    }

    void show(Evidence shown) {
        evidence.add(shown);
    }

    Truth truth() {
        return truth;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    List<UnknownFact> unknown() {
        return unknown;
    }

    @Nullable
    Instant changesAt() {
        return changesAt;
    }
}
