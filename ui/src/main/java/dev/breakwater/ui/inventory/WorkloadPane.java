package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.checks.GateRuns.Gated;
import dev.breakwater.central.overview.UnjudgedPolicy;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.ui.checks.GateWords;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.RiskWords;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.risk.RiskNavigation;
import dev.breakwater.ui.violations.ViolationsNavigation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One workload beside the list. */
final class WorkloadPane extends Div {

    WorkloadPane(
            Opened<WorkloadRow> opened,
            List<UnjudgedPolicy> unjudged,
            List<Gated> gates,
            TimeWords times,
            Consumer<@Nullable WorkloadRow> open) {
        WorkloadRow row = opened.row();
        addClassName("bw-detail");
        add(
                new DetailBar(opened, "workload", open, Markup.icon("cube"), Markup.text("bw-meta", row.kind())),
                Markup.heading(row.name()),
                Markup.box(
                        "bw-tags",
                        Markup.text("bw-tag", row.namespace()),
                        Markup.text("bw-tag", row.cluster()),
                        Markup.text("bw-tag", row.owner().isEmpty() ? "no owner" : "owner " + row.owner())));
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Risk", new Div(Markup.link(RiskNavigation.of(row.id()), RiskWords.score(row) + ", why")));
        fact(
                facts,
                "Open violations",
                new Div(Markup.link(
                        ViolationsNavigation.filtered("state:open workload:" + row.id()),
                        String.valueOf(row.critical() + row.high() + row.medium() + row.low()))));
        fact(facts, "Not judged", new Div(notJudged(row)));
        fact(facts, "Exposure", new Div(RiskWords.exposure(row.exposure())));
        fact(
                facts,
                "Pods running",
                new Div(
                        row.runningPods() == null
                                ? "not visible to this source"
                                : row.runningPods()
                                        + (row.replicas() == null ? "" : " of " + row.replicas() + " wanted")));
        fact(facts, "Gate", new Div(GateWords.gate(gates, times)));
        fact(facts, "First seen", new Div(times.exact(row.firstSeenAt())));
        fact(facts, "Changed", new Div(times.exact(row.changedAt())));
        Div images = new Div();
        row.images()
                .forEach(image -> images.add(Markup.box("bw-code", Markup.link(ImagesNavigation.named(image), image))));
        fact(facts, "Images", images);
        add(facts);
        if (!unjudged.isEmpty()) {
            add(new UnjudgedList(unjudged));
        }
    }

    private static String notJudged(WorkloadRow row) {
        if (row.riskScore() == null) {
            return "waits to be judged";
        }
        return row.unknownPolicies() == 0
                ? "every policy gave an answer"
                : Counted.of(row.unknownPolicies(), "policy", "policies") + " could not be judged, see below";
    }

    private static void fact(DescriptionList list, String term, Div value) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }
}
