package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.coverage.CoverageNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;

/** What a reader of the list must know before trusting it. */
final class ViolationWarnings {

    private ViolationWarnings() {}

    /** Verdicts that are older than the facts. */
    static Component pending(long workloads) {
        return banner("clock", Counted.of(workloads, "workload waits", "workloads wait") + " to be judged again.");
    }

    /** Verdicts that could not be reached. */
    static Component unknown(long verdicts) {
        Div banner = banner(
                "unknown",
                Counted.of(verdicts, "verdict is", "verdicts are")
                        + " unknown because a fact is missing. They are not counted as passed.");
        banner.add(Markup.link(CoverageNavigation.PATH, "Which"));
        return banner;
    }

    private static Div banner(String icon, String text) {
        return Markup.box(
                "bw-banner",
                icon.equals("unknown") ? Markup.text("bw-hatch-mark", "") : Markup.icon(icon),
                Markup.text("bw-banner-text", text));
    }
}
