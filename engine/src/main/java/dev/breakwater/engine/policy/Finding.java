package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.criteria.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found so far: the truth, what speaks for it, what was missing, and when time alone may change it. */
final class Finding {

    /** A conjunction that has failed for good; to be read only. */
    static final Finding NEVER = new Finding(Truth.FALSE);

    private Truth truth;
    /** Made when first needed: most findings are that there is nothing. */
    private @Nullable List<Evidence> evidence;

    private @Nullable List<UnknownFact> unknown;
    /** Written once for all that ask the same, and only when nothing is added any more. */
    private @Nullable List<Evidence> listedEvidence;

    private @Nullable List<UnknownFact> listedUnknown;
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

    /** A conjunction that has failed, to be read only; what its other parts say no longer matters, not even when they change. */
    static Finding failed(@Nullable Instant changesAt) {
        if (changesAt == null) {
            return NEVER;
        }
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
            other.evidence().forEach(this::show);
        }
        if (other.truth == Truth.UNKNOWN) {
            other.unknown().forEach(this::missing);
        }
    }

    void missing(UnknownFact fact) {
        if (unknown == null) {
            unknown = new ArrayList<>(2);
        }
        unknown.add(fact);
    }

    void show(Evidence shown) {
        if (evidence == null) {
            evidence = new ArrayList<>(2);
        }
        evidence.add(shown);
    }

    Truth truth() {
        return truth;
    }

    List<Evidence> evidence() {
        return evidence == null ? List.of() : evidence;
    }

    List<UnknownFact> unknown() {
        return unknown == null ? List.of() : unknown;
    }

    /** As verdicts list it: see {@link Listing}. */
    List<Evidence> listedEvidence() {
        if (listedEvidence == null) {
            listedEvidence = Listing.ofEvidence(evidence());
        }
        return listedEvidence;
    }

    /** As verdicts list it: see {@link Listing}. */
    List<UnknownFact> listedUnknown() {
        if (listedUnknown == null) {
            listedUnknown = Listing.ofUnknown(unknown());
        }
        return listedUnknown;
    }

    @Nullable
    Instant changesAt() {
        return changesAt;
    }
}
