package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.notification.TestOutcome;

/** What came of a test message: the answer, or the real error. */
public final class TestResult extends Div {

    public TestResult() {
        addClassName("bw-test-result");
        getElement().setAttribute("role", "status");
    }

    /** Shows it instead of what came before. */
    public void show(TestOutcome outcome) {
        removeAll();
        Span mark = outcome.delivered() ? Markup.icon("check") : Markup.text("bw-sev bw-sev-critical", "");
        if (!outcome.delivered()) {
            mark.add(Markup.text("bw-shape", ""));
        }
        add(
                Markup.box(
                        "bw-reading-state",
                        mark,
                        Markup.text(
                                "bw-name",
                                (outcome.delivered() ? "Taken" : "Not taken") + " after " + outcome.milliseconds()
                                        + " ms")),
                Markup.text("", outcome.detail()));
    }
}
