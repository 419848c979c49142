package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.detection.ViolationEvent;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.part.Timeline;
import dev.breakwater.ui.risk.RiskNavigation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One violation: the verdict in words, what was found and where, and how it came to be. */
final class ViolationDetail extends Div {

    private static final int SHOWN_EVIDENCE = 100;

    ViolationDetail(
            Opened<ViolationRow> opened,
            List<ViolationEvent> history,
            TimeWords times,
            Consumer<@Nullable ViolationRow> open) {
        ViolationRow row = opened.row();
        addClassName("bw-detail");
        getElement().setAttribute("aria-label", "Violation");
        add(bar(opened, times, open), new H2(verdict(row)), facts(row), evidence(row));
        add(new H3("History"), Timeline.of(history, times));
    }

    private static Component bar(Opened<ViolationRow> opened, TimeWords times, Consumer<@Nullable ViolationRow> open) {
        ViolationRow row = opened.row();
        String state = row.state().toLowerCase(java.util.Locale.ROOT);
        Span age = Markup.text(
                "bw-meta", (state.equals("open") ? "open for " : state + ", opened ") + times.age(row.openedAt()));
        age.setTitle(times.exact(row.openedAt()));
        return new DetailBar(opened, "violation", open, SeverityMark.of(row.severity()), age);
    }

    /** The first finding as a sentence, and which policy says so. */
    static String verdict(ViolationRow row) {
        String first = row.evidence().isEmpty()
                ? row.workload().name() + " does what the policy forbids."
                : sentence(row.evidence().getFirst().message());
        int more = row.evidence().size() - 1;
        String rest = more > 0 ? " " + Counted.of(more, "more finding", "more findings") + " below." : "";
        return first + rest;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static Component facts(ViolationRow row) {
        var workload = row.workload();
        Anchor object = Markup.link(RiskNavigation.of(workload.id()), workload.namespace() + " / " + workload.name());
        object.addComponentAsFirst(Markup.icon("cube"));
        object.addClassName("bw-tag");
        Anchor policy = Markup.link(
                ViolationsNavigation.filtered("state:open policy:" + row.policyId()), "Policy: " + row.policy());
        policy.addClassName("bw-tag");
        Anchor cluster =
                Markup.link(InventoryNavigation.filtered("cluster:" + workload.clusterId()), workload.cluster());
        cluster.addClassName("bw-tag");
        Div facts = Markup.box("bw-tags", policy, object, cluster, Markup.text("bw-tag", workload.kind()));
        facts.add(Markup.text("bw-tag", workload.owner().isEmpty() ? "no owner" : "owner " + workload.owner()));
        if (row.provisional()) {
            facts.add(Markup.text("bw-tag bw-tag-unknown", "provisional: the cluster is not read completely yet"));
        }
        return facts;
    }

    private static Component evidence(ViolationRow row) {
        Div section = Markup.box("bw-evidence-section", new H3("Evidence"));
        if (row.evidence().isEmpty()) {
            section.add(Markup.text("bw-meta", "No single finding is kept for this violation."));
        }
        row.evidence().stream()
                .limit(SHOWN_EVIDENCE)
                .map(ViolationDetail::finding)
                .forEach(section::add);
        if (row.evidence().size() > SHOWN_EVIDENCE) {
            section.add(Markup.text("bw-meta", row.evidence().size() - SHOWN_EVIDENCE + " more are not shown."));
        }
        return section;
    }

    private static Div finding(Evidence evidence) {
        Div fact = Markup.box(
                "bw-finding-fact",
                Markup.text("bw-finding-field", evidence.field()),
                Markup.text("bw-finding-found", shown(evidence.found())),
                Markup.icon("arrow"),
                Markup.text("bw-finding-forbidden", shown(evidence.forbidden())));
        fact.getElement()
                .setAttribute(
                        "aria-label",
                        evidence.field() + ": found " + shown(evidence.found()) + ", the policy says "
                                + shown(evidence.forbidden()));
        fact.getElement().setAttribute("role", "group");
        Div finding = Markup.box("bw-finding", Markup.text("bw-finding-message", evidence.message()), fact);
        if (!evidence.path().isEmpty()) {
            finding.add(Markup.text("bw-path", evidence.path()));
        }
        return finding;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
