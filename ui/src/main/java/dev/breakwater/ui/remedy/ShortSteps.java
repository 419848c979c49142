package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.Locale;

/** A few steps, a line each: what, how many vulnerabilities go, the drop, and why there is none for now. */
final class ShortSteps {

    static final int MOST = 3;

    private ShortSteps() {}

    static Component of(List<Step> steps) {
        OrderedList list = new OrderedList();
        list.addClassName("bw-plan-short");
        steps.forEach(step -> list.add(new ListItem(what(step), figure(step))));
        Div shown = Markup.box("", list);
        // Often the same for all: what nobody can decide of one package is in the way of every upgrade.
        steps.stream()
                .filter(step -> step.heldWorkloads() > 0)
                .findFirst()
                .ifPresent(step -> shown.add(Markup.box(
                        "bw-plan-unknown",
                        Markup.text("bw-hatch-mark", ""),
                        Markup.text("bw-meta", capital(PlanWords.held(step))))));
        return shown;
    }

    private static String capital(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
    }

    private static Component what(Step step) {
        return Markup.box(
                "bw-plan-short-what",
                Markup.text("bw-wrap-anywhere", step.label()),
                Markup.text(
                        "bw-meta",
                        Counted.of(step.vulnerabilityCount(), "vulnerability goes", "vulnerabilities go") + " in "
                                + Counted.of(step.workloadCount(), "workload", "workloads")));
    }

    /** The drop; where none is told, that it is unknown, or that no score falls. */
    private static Component figure(Step step) {
        return Markup.box(
                "bw-plan-short-figure",
                Markup.text("bw-plan-drop", PlanWords.drop(step.drop())),
                Markup.text("bw-meta", PlanWords.note(step)));
    }
}
