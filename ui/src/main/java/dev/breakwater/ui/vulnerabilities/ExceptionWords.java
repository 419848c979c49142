package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.ui.part.TimeWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of exceptions. */
final class ExceptionWords {

    private ExceptionWords() {}

    /** The whole exception as a sentence. */
    static String sentence(ExceptionRow row, TimeWords times) {
        String holds = switch (row.state()) {
            case REQUESTED -> "is to be ";
            case APPROVED -> "is ";
            case DENIED -> "was to be ";
            case ENDED -> "was ";
        };
        return row.kind() == Kind.DEFERRAL
                ? row.vulnerability() + " " + holds + "put off " + until(row, times) + "."
                : row.vulnerability() + " " + holds + "held not to apply.";
    }

    /** When it ends, or when and why it ended. */
    static String end(ExceptionRow row, TimeWords times) {
        return row.endedAt() == null
                ? until(row, times)
                : "ended " + times.minute(row.endedAt()) + shortly(row.endCause());
    }

    private static String shortly(ExceptionRow.@Nullable EndCause cause) {
        if (cause == null) {
            return "";
        }
        return switch (cause) {
            case EXPIRED -> ", its date came";
            case FIX_AVAILABLE -> ", a version mends it";
            case EXPLOITED -> ", it is exploited";
            case EXPOSED -> ", it can be reached";
            case TAKEN_BACK -> ", taken back";
        };
    }

    /** Until when it was asked for. */
    static String until(ExceptionRow row, TimeWords times) {
        String date = row.endsAt() == null ? "" : "until " + times.minute(row.endsAt());
        if (!row.untilFixed()) {
            return date.isEmpty() ? "no end" : date;
        }
        return date.isEmpty() ? "until a version mends it" : date + " or a version mends it";
    }

    /** Where it holds. */
    static String place(Place place) {
        List<String> parts = new ArrayList<>();
        add(parts, "cluster ", place.cluster());
        add(parts, "namespace ", place.namespace());
        add(parts, "label ", place.label());
        add(parts, "image ", place.image());
        add(parts, "package ", place.component());
        return parts.isEmpty() ? "everywhere" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String word, String value) {
        if (!value.isEmpty()) {
            parts.add(word + value);
        }
    }

    static String kind(Kind kind) {
        return kind == Kind.DEFERRAL ? "put off" : "does not apply";
    }

    static String state(ExceptionRow.State state) {
        return switch (state) {
            case REQUESTED -> "waiting";
            case APPROVED -> "approved";
            case DENIED -> "denied";
            case ENDED -> "ended";
        };
    }

    /** Why it is over; empty = it is not. */
    static String cause(ExceptionRow row) {
        if (row.endCause() == null) {
            return "";
        }
        return switch (row.endCause()) {
            case EXPIRED -> "Its date came.";
            case FIX_AVAILABLE -> "A version mends it now, and none did before.";
            case EXPLOITED -> "It is known to be exploited now, and was not before.";
            case EXPOSED -> "A workload that has it can be reached from outside now, and none could before.";
            case TAKEN_BACK -> "Taken back by " + row.endedBy() + ".";
        };
    }
}
