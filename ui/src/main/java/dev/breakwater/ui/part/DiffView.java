package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.engine.fix.TextDiff;
import dev.breakwater.engine.fix.TextDiff.Line;
import dev.breakwater.engine.fix.TextDiff.Mark;

/** What goes and what comes, told by a sign and not by colour alone. */
public final class DiffView extends Div {

    /** @param label what is compared, for those who do not see it */
    public DiffView(String label, TextDiff diff) {
        addClassNames("bw-yaml", "bw-diff");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("tabindex", "0");
        for (int i = 0; i < diff.hunks().size(); i++) {
            if (i > 0) {
                add(Markup.text("bw-diff-gap", "…"));
            }
            diff.hunks().get(i).lines().forEach(line -> add(line(line)));
        }
    }

    private static Div line(Line line) {
        String css = switch (line.mark()) {
            case SAME -> "bw-yaml-line";
            case REMOVED -> "bw-yaml-line bw-diff-removed";
            case ADDED -> "bw-yaml-line bw-diff-added";
        };
        return Markup.box(
                css,
                Markup.text("bw-yaml-number", String.valueOf(line.number())),
                Markup.text(
                        "bw-diff-sign",
                        line.mark() == Mark.SAME ? "" : line.mark().sign()),
                Markup.text("bw-yaml-text", line.text()));
    }
}
