package dev.breakwater.ui.risk;

import dev.breakwater.central.risk.WhatIfs;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.RiskWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What one change would bring, in a sentence; where it closes nothing by itself, what else that takes. */
final class SuggestionWords {

    /** Violations that are named with what else they take. */
    private static final int NAMED = 2;

    private SuggestionWords() {}

    static String of(WhatIfs.Suggestion suggestion, RiskAssessment present) {
        List<String> parts = new ArrayList<>();
        parts.add(
                suggestion.closes().isEmpty()
                        ? "closes no violation alone"
                        : "closes " + Counted.of(suggestion.closes().size(), "violation", "violations"));
        String drop = RiskWords.drop(
                present.score(), present.unknownFactors(), suggestion.score(), suggestion.unknownFactors());
        parts.add(
                drop.isEmpty()
                        ? "the score stays"
                        : "score " + RiskWords.score(suggestion.score(), suggestion.unknownFactors()) + " (" + drop
                                + ")");
        suggestion.together().stream()
                .limit(NAMED)
                .forEach(together -> parts.add("closes “" + together.violation().policy() + "” only together with: "
                        + together.others().stream()
                                .map(WhatIfs.ChangeView::label)
                                .collect(Collectors.joining("; "))));
        int more = suggestion.together().size() - NAMED;
        if (more > 0) {
            parts.add("helps to close " + more + " more");
        }
        return String.join(", ", parts);
    }
}
