package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.ui.part.Markup;

/** Passed, failed and unknown as one thin bar; what counts for nothing is not in it. */
final class TallyBar extends Div {

    TallyBar(Tally tally) {
        addClassName("bw-tally");
        part("bw-tally-pass", tally.passed());
        part("bw-tally-fail", tally.failed());
        part("bw-tally-unknown bw-hatch", tally.unknown());
        part("bw-tally-excepted", tally.excepted());
        getElement().setAttribute("role", "img");
        getElement()
                .setAttribute(
                        "aria-label",
                        tally.counted() == 0
                                ? "nothing is checked"
                                : tally.passed() + " passed, " + tally.failed() + " failed, " + tally.unknown()
                                        + " unknown"
                                        + (tally.excepted() == 0 ? "" : ", " + tally.excepted() + " excepted"));
    }

    private void part(String cssClass, long count) {
        if (count > 0) {
            Div part = Markup.box(cssClass);
            part.getStyle().set("flex-grow", String.valueOf(count));
            add(part);
        }
    }
}
