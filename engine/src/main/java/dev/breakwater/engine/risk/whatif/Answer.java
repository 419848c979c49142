package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskAssessment;
import java.util.List;

/**
 * What changes would bring.
 *
 * @param before the assessment of the facts as they are
 * @param after the assessment of the changed facts, with {@code before} as its previous one
 * @param opened violations that the changes would open
 * @param closed violations that they would close
 */
public record Answer(
        List<Change> changes,
        RiskAssessment before,
        RiskAssessment after,
        List<OpenViolation> opened,
        List<OpenViolation> closed) {

    public Answer {
        changes = List.copyOf(changes);
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
    }

    /** By how much the score falls; negative if it rises. */
    public double drop() {
        return before.score() - after.score();
    }
}
