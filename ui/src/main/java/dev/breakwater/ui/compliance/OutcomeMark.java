package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.html.Span;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.ui.part.Markup;

/** An outcome as a shape and a word. */
final class OutcomeMark extends Span {

    OutcomeMark(Outcome outcome) {
        addClassNames("bw-outcome", "bw-outcome-" + key(outcome));
        add(
                outcome == Outcome.UNKNOWN
                        ? Markup.text("bw-outcome-ring", "")
                        : Markup.icon(
                                switch (outcome) {
                                    case PASS -> "check";
                                    case FAIL -> "cross";
                                    case MANUAL -> "pencil";
                                    case EXCEPTED, NOT_APPLICABLE, UNKNOWN -> "dash";
                                }),
                Markup.text("", word(outcome)));
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "Passed";
            case FAIL -> "Failed";
            case UNKNOWN -> "Unknown";
            case MANUAL -> "Needs a person";
            case EXCEPTED -> "Excepted";
            case NOT_APPLICABLE -> "Does not apply";
        };
    }

    private static String key(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case UNKNOWN -> "unknown";
            case MANUAL -> "manual";
            case EXCEPTED -> "excepted";
            case NOT_APPLICABLE -> "none";
        };
    }
}
