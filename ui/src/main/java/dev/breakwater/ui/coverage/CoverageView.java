package dev.breakwater.ui.coverage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.detection.Agreement;
import dev.breakwater.central.detection.Agreements;
import dev.breakwater.central.overview.Coverage;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.ShareBar;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The page against silence that looks like health: what is seen, what is not, what could not be judged. */
@Route(CoverageNavigation.PATH)
@PageTitle("Coverage · Breakwater")
@PermitAll
class CoverageView extends Div implements AfterNavigationObserver {

    private final Coverage coverage;
    private final Agreements agreements;
    private final Readers readers;
    private final Clock clock;
    private final Div cards = Markup.box("bw-cards");

    CoverageView(Coverage coverage, Agreements agreements, Readers readers, Clock clock) {
        this.coverage = coverage;
        this.agreements = agreements;
        this.readers = readers;
        this.clock = clock;
        addClassNames("bw-page", "bw-scroll");
        add(new PageHead(
                "Coverage", "What we see, what we do not, and what could not be judged. Unknown is never a pass."));
        add(cards);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Coverage.Report report = coverage.report(readers.scope());
        cards.removeAll();
        if (report.workloads().total() == 0
                && report.kinds().isEmpty()
                && report.neverSeen().isEmpty()) {
            cards.add(new EmptyState(
                    "Nothing is watched yet",
                    "This page says for each cluster and kind of object whether its sensor can read it. It fills as soon as"
                            + " one cluster is connected."));
            return;
        }
        cards.add(judged(report.workloads()), bothSides(), images(report), unknown(report), kinds(report));
        if (!report.problems().isEmpty()) {
            cards.add(problems(report));
        }
    }

    private Component judged(Coverage.Judged judged) {
        Div card = card("Are all workloads judged?", "by the present policies on the present facts");
        card.addClassName("bw-card-wide");
        if (judged.total() == 0) {
            card.add(Markup.paragraph("No workload is known yet, so nothing is judged."));
            return card;
        }
        long missing = judged.total() - judged.judged();
        card.add(new ShareBar(judged.judged(), judged.total()));
        card.add(Markup.paragraph(Counted.number(judged.judged()) + " of "
                + Counted.of(judged.total(), "workload is", "workloads are") + " judged."));
        if (missing > 0) {
            String since = judged.oldestPending() == null
                    ? ""
                    : ", the oldest since " + TimeWords.here(clock).age(judged.oldestPending());
            card.add(Markup.paragraph(Counted.of(judged.pending(), "waits", "wait") + since + "; "
                    + Counted.of(judged.failed(), "judgement", "judgements") + " failed."));
        }
        return card;
    }

    private static Component unknown(Coverage.Report report) {
        Div card = card("Which policies could not be judged?", "a fact they need is missing; not counted as passed");
        card.addClassName("bw-card-wide");
        if (report.workloads().total() == 0) {
            card.add(Markup.paragraph("Nothing is judged yet."));
            return card;
        }
        if (report.unknownVerdicts().isEmpty()) {
            card.add(Markup.paragraph("Every policy gave an answer for every workload that is judged."));
            return card;
        }
        FactTable table = new FactTable(
                "Policies that could not be judged", List.of("Policy", "Unknown for", "Judged, unknown"), Set.of(1));
        report.unknownVerdicts()
                .forEach(row -> table.row(
                        Markup.text("bw-name", row.policy()),
                        Markup.link(
                                InventoryNavigation.filteredEverywhere(new Term(
                                                "unjudged",
                                                false,
                                                List.of(new Value(Comparison.EQUAL, row.policy(), true)))
                                        .toString()),
                                Counted.of(row.workloads(), "workload", "workloads")),
                        new ShareBar(
                                Math.max(0, report.workloads().total() - row.workloads()),
                                report.workloads().total())));
        card.add(table);
        return card;
    }

    private Component bothSides() {
        Div card =
                card("Do central and the sensors find the same?", "both judge the same objects by the same policies");
        card.addClassName("bw-card-wide");
        List<Agreement> all = agreements.all(readers.scope());
        card.add(
                all.isEmpty()
                        ? Markup.paragraph("You see no cluster as a whole, so there is nothing to compare.")
                        : new AgreementTable(all, TimeWords.here(clock)));
        return card;
    }

    private static Component images(Coverage.Report report) {
        Div card =
                card("Were the images that run looked into?", "by cluster; what is not complete is unknown, not clean");
        card.addClassName("bw-card-wide");
        card.add(
                report.images().isEmpty()
                        ? Markup.paragraph("No workload runs an image yet.")
                        : new ImageScanTable(report.images()));
        return card;
    }

    private Component kinds(Coverage.Report report) {
        Div card = card("What can each sensor read?", "by cluster and kind of object");
        card.addClassName("bw-card-wide");
        card.add(new SightTable(report.kinds(), report.neverSeen(), TimeWords.here(clock)));
        return card;
    }

    private static Component problems(Coverage.Report report) {
        Div card = card("What could not be read?", "single files, API groups and objects");
        card.addClassName("bw-card-wide");
        FactTable table = new FactTable("What could not be read", List.of("Cluster", "Place", "Reason"));
        report.problems()
                .forEach(problem -> table.row(
                        Markup.text("", problem.cluster()),
                        Markup.text(
                                "bw-code", problem.place() + (problem.line() > 0 ? ", line " + problem.line() : "")),
                        Markup.text("", problem.detail())));
        card.add(table);
        return card;
    }

    private static Div card(String question, String note) {
        return Markup.box("bw-card", new CardHead(question, note));
    }
}
