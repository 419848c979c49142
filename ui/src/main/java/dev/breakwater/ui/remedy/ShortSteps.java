package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.util.List;

/** A few steps, a line each: what, how many vulnerabilities go, and the drop. */
final class ShortSteps {

    static final int MOST = 3;

    private ShortSteps() {}

    static OrderedList of(List<Step> steps) {
        OrderedList list = new OrderedList();
        list.addClassName("bw-plan-short");
        steps.forEach(step -> list.add(new ListItem(
                Markup.box(
                        "bw-plan-short-what",
                        Markup.text("bw-wrap-anywhere", step.label()),
                        Markup.text(
                                "bw-meta",
                                Counted.of(step.vulnerabilityCount(), "vulnerability goes", "vulnerabilities go")
                                        + " in " + Counted.of(step.workloadCount(), "workload", "workloads"))),
                Markup.text("bw-plan-drop", PlanWords.drop(step.drop())))));
        return list;
    }
}
