package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.compliance.Attested;
import dev.breakwater.central.compliance.ControlResult;
import java.time.ZoneOffset;

/** What an outcome rests on, so that a person's word does not look as if something had been measured. */
final class Basis {

    /** Of a cluster that nobody looked at. */
    static final String NOTHING = "nothing yet";

    private Basis() {}

    /** In words, such as {@code attested by ada until 2027-01-01}. */
    static String of(ControlResult result) {
        Attested word = result.attested();
        boolean measured = result.tally().counted() > 0;
        if (word != null) {
            return (measured ? "measured, and attested by " : "attested by ") + word.by() + " until "
                    + word.until().atZone(ZoneOffset.UTC).toLocalDate()
                    + (word.standard().equals(result.standard()) ? "" : ", for " + word.standard());
        }
        return switch (result.outcome()) {
            case PASS, FAIL, UNKNOWN -> "measured";
            case EXCEPTED -> "measured, and excepted for a time";
            case MANUAL -> "nobody attests it";
            case NOT_APPLICABLE -> "";
        };
    }
}
