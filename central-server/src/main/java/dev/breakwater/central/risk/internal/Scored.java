package dev.breakwater.central.risk.internal;

import dev.breakwater.central.detection.JudgedWorkload;
import dev.breakwater.engine.risk.Reason;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.ScoreText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A workload with its new score.
 *
 * @param factors of the assessment, as JSON
 * @param reasons of the assessment, as JSON
 * @param previous {@code null} = it had none
 */
record Scored(
        JudgedWorkload judged,
        RiskAssessment assessment,
        String factors,
        String reasons,
        @Nullable RiskAssessment previous) {

    /** A reason that came or went, as the history keeps it. */
    record Moved(String id, String text) {}

    boolean isWorthARow() {
        return previous == null || isSeenToDiffer(previous, assessment);
    }

    /** Only what a reader would see as a change: the score as it is shown, what is unknown, or a reason. */
    static boolean isSeenToDiffer(RiskAssessment before, RiskAssessment after) {
        return !shown(before).equals(shown(after))
                || before.unknownFactors() != after.unknownFactors()
                || !ids(before).equals(ids(after));
    }

    /** The first row has none: what it began with follows from what it has now and the rows since. */
    List<Moved> added() {
        return previous == null ? List.of() : moved(assessment, ids(previous));
    }

    List<Moved> removed() {
        return previous == null ? List.of() : moved(previous, ids(assessment));
    }

    private static List<Moved> moved(RiskAssessment of, Set<String> without) {
        return of.reasons().stream()
                .filter(reason -> !without.contains(reason.id()))
                .map(reason -> new Moved(reason.id(), reason.text()))
                .toList();
    }

    private static String shown(RiskAssessment assessment) {
        return ScoreText.of(assessment.score(), assessment.unknownFactors());
    }

    private static Set<String> ids(RiskAssessment assessment) {
        return assessment.reasons().stream().map(Reason::id).collect(Collectors.toSet());
    }
}
