package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Scope;

/** What a reader of the list must know before trusting it. */
final class ViolationWarnings {

    private ViolationWarnings() {}

    /** Verdicts that are older than the facts. */
    static Component pending(long workloads) {
        return banner("clock", Counted.of(workloads, "workload waits", "workloads wait") + " to be judged again.");
    }

    /** Workloads of the scope of which not all could be judged. */
    static Component unknown(int workloads, Scope scope) {
        Div banner = banner(
                "unknown",
                Counted.of(workloads, "workload", "workloads")
                        + " here could not be judged by every policy, because a fact is missing. That is not counted as passed.");
        banner.add(Markup.link(InventoryNavigation.filtered("unknown:yes", scope), "Which"));
        return banner;
    }

    private static Div banner(String icon, String text) {
        return Markup.box(
                "bw-banner",
                icon.equals("unknown") ? Markup.text("bw-hatch-mark", "") : Markup.icon(icon),
                Markup.text("bw-banner-text", text));
    }
}
