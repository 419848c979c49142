package dev.breakwater.ui.notifications;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.notification.TestOutcome;
import dev.breakwater.ui.part.Markup;

/** What came of a test message: the answer, or the real error. */
final class TestResult extends Div {

    TestResult() {
        addClassName("bw-test-result");
        getElement().setAttribute("role", "status");
    }

    void show(TestOutcome outcome) {
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
