package dev.breakwater.ui.registries;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryTest;
import dev.breakwater.ui.part.Markup;

/** What is said of registries. */
final class RegistryWords {

    private RegistryWords() {}

    static String scannedBy(ScannedBy who) {
        return switch (who) {
            case CENTRAL -> "central";
            case SENSOR -> "a sensor of a cluster that runs the image";
            case NOBODY -> "nobody";
        };
    }

    /** What came of a call: the answer, or the real error. */
    static Component outcome(RegistryTest test) {
        Span mark = test.reached() ? Markup.icon("check") : Markup.text("bw-sev bw-sev-critical", "");
        if (!test.reached()) {
            mark.add(Markup.text("bw-shape", ""));
        }
        Div outcome = Markup.box(
                "bw-test-result",
                Markup.box(
                        "bw-reading-state",
                        mark,
                        Markup.text(
                                "bw-name",
                                (test.reached() ? "Answered" : "Not reached") + " after " + test.milliseconds()
                                        + " ms")),
                Markup.text("", test.detail()));
        if (test.plainHttp()) {
            outcome.add(
                    Markup.text("bw-second", "It was spoken to by http: anybody on the way can read and change it."));
        }
        outcome.getElement().setAttribute("role", "status");
        return outcome;
    }
}
