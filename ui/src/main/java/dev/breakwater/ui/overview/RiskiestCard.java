package dev.breakwater.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.risk.RiskyWorkload;
import dev.breakwater.engine.risk.FactorScore;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.RiskWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The head of the order of risk: each score with the factor that drives it and how it moved. */
final class RiskiestCard extends Div {

    /** Percent of the bar that the highest score takes; the rest is for the hatch and words. */
    private static final double FULL = 84;

    private static final double HATCH = 6;
    private static final double LEAST_MOVE = 0.05;

    RiskiestCard(List<RiskyWorkload> riskiest, long scored, Links links) {
        addClassNames("bw-card", "bw-two-thirds");
        Anchor all = Markup.link(links.risk(), "All " + Counted.number(scored));
        add(Markup.box(
                "bw-card-top", new CardHead("Where is the most risk?", "Score, and the factor that drives it"), all));
        NativeTable table = new NativeTable();
        table.addClassNames("bw-table", "bw-riskiest");
        table.setCaptionText("The riskiest workloads");
        NativeTableRow head = table.getHead().addRow();
        for (String name : List.of("Rank", "Workload", "Cluster", "Score", "What drives it", "Change in 7 days")) {
            head.addHeaderCell().setText(name);
        }
        double highest = Math.log(Math.max(1.5, riskiest.getFirst().score()));
        int rank = 1;
        for (RiskyWorkload workload : riskiest) {
            row(table, rank++, workload, highest, links);
        }
        add(table);
    }

    private static void row(NativeTable table, int rank, RiskyWorkload workload, double highest, Links links) {
        NativeTableRow row = table.getBody().addRow();
        row.addDataCell().add(Markup.text("bw-second", String.valueOf(rank)));
        Anchor name = new Anchor(links.risk(workload.id()));
        name.addClassName("bw-quiet-link");
        name.add(Markup.text("bw-name", workload.name()), Markup.text("bw-second", " " + workload.namespace()));
        name.setTitle(workload.kind() + " " + workload.namespace() + "/" + workload.name());
        row.addHeaderCell().add(name);
        row.addDataCell().add(Markup.text("bw-second", workload.cluster()));
        row.addDataCell().add(Markup.text("bw-score", RiskWords.score(workload.score(), workload.unknownFactors())));
        row.addDataCell().add(Markup.box("bw-drive", bar(workload, highest), Markup.text("bw-meta", drive(workload))));
        row.addDataCell().add(move(workload));
    }

    private static Optional<FactorScore> strongest(RiskyWorkload workload) {
        return workload.factors().stream()
                .filter(factor -> factor.multiplier() > 1)
                .max(Comparator.comparingDouble(FactorScore::multiplier));
    }

    private static Div bar(RiskyWorkload workload, double highest) {
        Div bar = Markup.box("bw-drive-bar");
        Optional<FactorScore> strongest = strongest(workload);
        workload.factors().stream()
                .filter(factor -> factor.multiplier() > 1)
                .sorted(Comparator.comparingDouble(FactorScore::multiplier).reversed())
                .forEach(factor -> {
                    Div part = Markup.box(
                            strongest.filter(factor::equals).isPresent() ? "bw-drive-most" : "bw-drive-part");
                    part.setWidth(percent(Math.log(factor.multiplier()) / highest * FULL));
                    bar.add(part);
                });
        if (workload.unknownFactors() > 0) {
            Div hatch = Markup.box("bw-hatch bw-drive-unknown");
            hatch.setWidth(percent(Math.min(FULL / 5, HATCH * workload.unknownFactors() / 2 + HATCH / 2)));
            bar.add(hatch);
        }
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private static String drive(RiskyWorkload workload) {
        String most = strongest(workload)
                .map(factor -> factor.factor().title() + " "
                        + Math.round(Math.log(factor.multiplier()) / Math.log(workload.score()) * 100) + "\u00a0%")
                .orElse("nothing found");
        return workload.unknownFactors() == 0
                ? most
                : most + ", " + Counted.number(workload.unknownFactors()) + " unknown";
    }

    private static Span move(RiskyWorkload workload) {
        Double before = workload.weekAgo();
        if (before == null) {
            Span none = Markup.text("bw-meta", "new");
            none.setTitle("It had no score seven days ago");
            return none;
        }
        double move = workload.score() - before;
        boolean moved = Math.abs(move) >= LEAST_MOVE;
        String words = moved ? String.format(Locale.ENGLISH, "%+.1f", move).replace('-', '−') : "0.0";
        return Markup.text(moved && move > 0 ? "bw-number bw-name" : "bw-number bw-second", words);
    }

    private static String percent(double value) {
        return String.format(Locale.ENGLISH, "%.2f%%", value);
    }
}
