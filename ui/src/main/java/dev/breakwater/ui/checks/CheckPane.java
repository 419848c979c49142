package dev.breakwater.ui.checks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.checks.GateRuns.KeptFinding;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.violations.ViolationsNavigation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One kept check beside the list: what came of it, and of what. */
final class CheckPane extends Div {

    CheckPane(Opened<GateRun> opened, GateRuns.Detail detail, TimeWords times, Consumer<@Nullable GateRun> open) {
        GateRun run = opened.row();
        addClassName("bw-detail");
        add(
                new DetailBar(
                        opened,
                        "check",
                        open,
                        Markup.text("bw-tag", GateWords.result(run)),
                        Markup.text("bw-meta", times.ago(run.at()))),
                Markup.heading(sentence(run)),
                facts(run, times));
        if (run.clusterId() != null && run.result() == GateRun.Result.REFUSED) {
            add(Markup.link(ViolationsNavigation.filtered("check:" + run.id()), "What was attempted, as violations"));
        }
        findings(run, detail.findings());
        objects(detail.objects());
    }

    private static String sentence(GateRun run) {
        String what = GateWords.source(run);
        return switch (run.result()) {
            case PASSED -> what + " passed.";
            case REFUSED -> what + " was refused.";
            case NOT_JUDGED -> what + " is no pass: something could not be read or judged.";
        };
    }

    private static Component facts(GateRun run, TimeWords times) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Checked", Markup.text("", times.exact(run.at()) + " by " + run.actor()));
        fact(
                facts,
                "For cluster",
                run.clusterId() == null
                        ? Markup.text("", "none in particular")
                        : Markup.link(InventoryNavigation.filtered("cluster:" + run.clusterId()), run.cluster()));
        fact(
                facts,
                "Refused from",
                Markup.text("", run.failOn().equals("NONE") ? "no severity on" : run.failOn() + " on"));
        fact(facts, "Findings", Markup.text("", GateWords.findings(run)));
        fact(
                facts,
                "Judged",
                Markup.text(
                        "",
                        Counted.of(run.objects(), "object", "objects")
                                + (run.unknown() == 0
                                        ? ""
                                        : ", " + Counted.of(run.unknown(), "verdict", "verdicts") + " unknown")
                                + (run.unreadable() == 0
                                        ? ""
                                        : ", " + Counted.of(run.unreadable(), "problem", "problems") + " in reading")));
        fact(facts, "Pipeline", GateWords.pipeline(run));
        fact(facts, "Branch", Markup.text("", run.branch().isEmpty() ? "not told" : run.branch()));
        fact(facts, "Commit", Markup.text("", run.commit().isEmpty() ? "not told" : run.commit()));
        return facts;
    }

    private void findings(GateRun run, List<KeptFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        add(Markup.subheading("Findings"));
        Map<String, List<KeptFinding>> byObject = findings.stream()
                .collect(Collectors.groupingBy(CheckPane::object, LinkedHashMap::new, Collectors.toList()));
        byObject.forEach((object, of) -> {
            UnorderedList list = new UnorderedList();
            list.addClassName("bw-unjudged");
            of.forEach(finding -> list.add(new ListItem(Markup.box(
                    "",
                    Markup.box(
                            "bw-tags",
                            SeverityMark.of(Severity.valueOf(finding.severity())),
                            Markup.text("bw-name", finding.policy())),
                    Markup.text("bw-meta", finding.message())))));
            add(Markup.box("bw-finding", Markup.text("bw-meta", object), list));
        });
        if (run.findings() > findings.size()) {
            add(Markup.text("bw-meta", "The gravest " + Counted.number(findings.size()) + " are kept."));
        }
    }

    private static String object(KeptFinding finding) {
        return finding.kind() + " " + (finding.namespace().isEmpty() ? "" : finding.namespace() + "/") + finding.name();
    }

    private void objects(List<GateRuns.CheckedObject> objects) {
        if (objects.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("bw-grants");
        objects.forEach(object -> list.add(new ListItem(
                Markup.text("bw-name", object.kind() + " " + object.namespace() + "/" + object.name()),
                Markup.text(
                        "bw-meta",
                        (object.refused() ? "refused, " : "")
                                + (object.findings() == 0
                                        ? "nothing found"
                                        : Counted.of(object.findings(), "finding", "findings"))))));
        add(Markup.subheading("Workloads"), list);
    }

    private static void fact(DescriptionList list, String term, Component value) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }
}
