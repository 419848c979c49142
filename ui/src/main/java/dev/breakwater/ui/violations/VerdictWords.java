package dev.breakwater.ui.violations;

import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.ViolationRow.Silence;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.TimeWords;
import org.jspecify.annotations.Nullable;

/** A violation in sentences. */
final class VerdictWords {

    private VerdictWords() {}

    /** The first finding, and how many more there are. */
    static String of(ViolationRow row) {
        String first = row.evidence().isEmpty()
                ? row.workload().name() + " does what the policy forbids."
                : sentence(row.evidence().getFirst().message());
        int more = row.evidence().size() - 1;
        String rest = more > 0 ? " " + Counted.of(more, "more finding", "more findings") + " below." : "";
        return first + " The policy “" + row.policy() + "” forbids this." + rest;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** What a reader must know of a violation that is not simply open, {@code null} = nothing. */
    static @Nullable String silence(ViolationRow row, TimeWords times) {
        Silence silence = row.silence();
        String until = silence == null || silence.until() == null ? "" : " until " + times.exact(silence.until());
        String why = silence == null || silence.reason().isEmpty() ? "" : ": " + silence.reason();
        String by = silence == null || silence.by().isEmpty() ? "the policy itself" : silence.by();
        return switch (row.state()) {
            case "ACCEPTED" -> "Accepted by " + by + until + why;
            case "EXCLUDED" -> "Excluded by " + by + until + why;
            case "ATTEMPTED" ->
                "A check refused it. This is no open violation and counts nowhere as one; what runs all the same has violations of its own.";
            case "RESOLVED" ->
                row.resolvedBy().isEmpty()
                        ? row.checkId() == null ? null : "A check had refused it; a later one did not."
                        : "Resolved by hand, by " + row.resolvedBy();
            default ->
                row.unconfirmed()
                        ? "A fact that decides is missing now. It held when it was last judged, and stays open."
                        : null;
        };
    }
}
