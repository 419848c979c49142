package dev.breakwater.engine.compliance;

import dev.breakwater.engine.compliance.Standard.Control;
import java.util.Map;

/** What a control comes out as, by what its checks say. */
public final class ControlJudge {

    private ControlJudge() {}

    /** All answers of objects to the checks of a control; one that was never asked is unknown. */
    public static Tally answers(Control control, Map<String, Tally> checks) {
        return control.checks().stream()
                .map(check -> checks.getOrDefault(check, Tally.of(Outcome.UNKNOWN)))
                .reduce(Tally.NONE, Tally::plus);
    }

    /**
     * A control's outcome.
     *
     * @param checks what each check says over all objects of a cluster; one without an entry was never asked, which is unknown
     * @param attested whether a person's attestation that has not expired covers what no tool can see
     */
    public static Outcome judge(Control control, Map<String, Tally> checks, boolean attested) {
        Tally over = Tally.NONE;
        for (String check : control.checks()) {
            Tally tally = checks.get(check);
            over = over.plus(Tally.of(tally == null ? Outcome.UNKNOWN : tally.outcome()));
        }
        Outcome seen = control.checks().isEmpty() ? Outcome.NOT_APPLICABLE : over.outcome();
        if (!control.needsAttestation()) {
            return seen;
        }
        // What was seen to fail, could not be seen, or holds only by exceptions, is not attested away: it stays
        // counted.
        if (seen == Outcome.FAIL || seen == Outcome.UNKNOWN || seen == Outcome.EXCEPTED) {
            return seen;
        }
        return attested ? Outcome.PASS : Outcome.MANUAL;
    }
}
