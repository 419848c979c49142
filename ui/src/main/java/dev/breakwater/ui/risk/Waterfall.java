package dev.breakwater.ui.risk;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.engine.risk.FactorScore;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskModel;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.RiskWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How the factors multiply to the score: each bar starts where the last ended, on a logarithmic scale. */
final class Waterfall extends Div {

    /** Percent of the track that the known part may fill, so that the unknown has room behind it. */
    private static final double KNOWN = 82;

    private static final double HATCH = 16;

    Waterfall(WorkloadRow workload, RiskAssessment assessment, long ranked) {
        addClassNames("bw-card", "bw-waterfall");
        Div score = Markup.box(
                "bw-figures",
                figure(
                        "fleet rank",
                        workload.riskRank() == null ? "–" : workload.riskRank() + " of " + Counted.number(ranked)),
                Markup.text("bw-figure-score", RiskWords.score(assessment.score(), assessment.unknownFactors())));
        add(Markup.box(
                "bw-card-top",
                new CardHead(
                        "Why is it this high?",
                        "Each factor multiplies the one before, on a logarithmic scale. A score begins at 1, with nothing"
                                + " found, and ends at " + Math.round(RiskModel.PRESENT.highest())
                                + ", with every factor at its worst."),
                score));
        double whole = Math.max(Math.log(assessment.score()), Math.log(1.5));
        double at = 0;
        for (FactorScore factor : ordered(assessment)) {
            double width = Math.log(factor.multiplier()) / whole * KNOWN;
            add(row(factor, at, width));
            at += width;
        }
        add(total(assessment, at));
    }

    private static List<FactorScore> ordered(RiskAssessment assessment) {
        return assessment.factors().stream()
                .sorted(Comparator.comparing((FactorScore f) -> f.state() == FactorScore.State.UNKNOWN)
                        .thenComparing(Comparator.comparingDouble(FactorScore::multiplier)
                                .reversed()))
                .toList();
    }

    private static Div row(FactorScore factor, double at, double width) {
        boolean unknown = factor.state() == FactorScore.State.UNKNOWN;
        Div track = Markup.box("bw-track");
        if (width > 0) {
            track.add(bar("bw-track-bar", at, Math.max(width, 0.6)));
        }
        if (unknown) {
            track.add(bar("bw-track-unknown", at + width, HATCH));
        }
        String times = unknown && width == 0
                ? "unknown"
                : (unknown ? "≥ " : "× ") + String.format(Locale.ENGLISH, "%.2f", factor.multiplier());
        return line("bw-factor", factor.factor().title(), track, times, fact(factor));
    }

    private static String fact(FactorScore factor) {
        return switch (factor.state()) {
            case KNOWN -> factor.fact();
            case STALE -> "last known; " + factor.unknownReason();
            case UNKNOWN -> factor.unknownReason();
            case NOTHING_TO_SAY -> factor.fact().isEmpty() ? "nothing found" : factor.fact();
        };
    }

    private static Div total(RiskAssessment assessment, double width) {
        String fact = assessment.unknownFactors() == 0
                ? "all factors known"
                : Counted.of(assessment.unknownFactors(), "factor unknown", "factors unknown");
        if (assessment.staleFactors() > 0) {
            fact += ", " + assessment.staleFactors() + " stale";
        }
        Div row = line(
                "bw-factor bw-factor-total",
                "Score",
                Markup.box("bw-track", bar("bw-track-total", 0, Math.max(width, 0.6))),
                RiskWords.score(assessment.score(), assessment.unknownFactors()),
                fact);
        return row;
    }

    private static Div line(String css, String name, Div track, String times, String fact) {
        var shown = Markup.text("bw-factor-fact", fact);
        shown.setTitle(fact);
        return Markup.box(
                css, Markup.text("bw-factor-name", name), track, Markup.text("bw-factor-times", times), shown);
    }

    private static Div bar(String css, double left, double width) {
        Div bar = Markup.box(css);
        bar.getStyle().set("left", percent(left)).set("width", percent(width));
        return bar;
    }

    private static String percent(double value) {
        return String.format(Locale.ENGLISH, "%.2f%%", value);
    }

    private static Div figure(String label, String value) {
        return Markup.box("bw-figure", Markup.text("bw-meta", label), Markup.text("bw-figure-value", value));
    }
}
