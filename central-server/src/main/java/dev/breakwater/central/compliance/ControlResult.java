package dev.breakwater.central.compliance;

import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a control of a standard comes out as in a cluster.
 *
 * @param title of the control, in our words
 * @param passed answers of objects to the checks of the control, likewise the others
 * @param excepted answers that fail and do not count, since a person asked and another approved; none of {@code failed}
 * @param evidence samples, those that fail first
 * @param since when it came out so first
 * @param attested the word that it passes by, {@code null} = by what was measured alone, or it does not pass
 */
public record ControlResult(
        UUID id,
        String standard,
        String control,
        String title,
        UUID clusterId,
        String cluster,
        Outcome outcome,
        long passed,
        long failed,
        long unknown,
        long notApplicable,
        long excepted,
        List<Sample> evidence,
        Instant since,
        Instant evaluatedAt,
        @Nullable Attested attested) {

    /**
     * One answer of one object.
     *
     * @param kind as Kubernetes spells it
     * @param namespace empty = it is in none
     * @param message one sentence: what was found, or what was missing
     * @param exceptionId of the exception for which it does not count as failing, {@code null} = it counts
     */
    public record Sample(
            String check,
            Outcome outcome,
            UUID objectId,
            String kind,
            String namespace,
            String name,
            String field,
            String found,
            String expected,
            String path,
            String message,
            Instant observedAt,
            @Nullable UUID exceptionId) {

        /** One that no exception covers. */
        public Sample(
                String check,
                Outcome outcome,
                UUID objectId,
                String kind,
                String namespace,
                String name,
                String field,
                String found,
                String expected,
                String path,
                String message,
                Instant observedAt) {
            this(
                    check,
                    outcome,
                    objectId,
                    kind,
                    namespace,
                    name,
                    field,
                    found,
                    expected,
                    path,
                    message,
                    observedAt,
                    null);
        }

        /** The same, covered by an exception, or by none ({@code null}). */
        public Sample exceptedBy(@Nullable UUID exception) {
            return new Sample(
                    check,
                    outcome,
                    objectId,
                    kind,
                    namespace,
                    name,
                    field,
                    found,
                    expected,
                    path,
                    message,
                    observedAt,
                    exception);
        }
    }

    public ControlResult {
        evidence = List.copyOf(evidence);
    }

    /** The same, passing by a word. */
    public ControlResult attestedBy(Attested word) {
        return new ControlResult(
                id,
                standard,
                control,
                title,
                clusterId,
                cluster,
                outcome,
                passed,
                failed,
                unknown,
                notApplicable,
                excepted,
                evidence,
                since,
                evaluatedAt,
                word);
    }

    /** All answers. */
    public Tally tally() {
        return new Tally(passed, failed, unknown, 0, notApplicable, excepted);
    }
}
