package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.Map;

/** Numbered lines of an object, those that matter on a ground of their own with a note at their end. */
final class YamlView extends Div {

    /**
     * @param label what it shows, for those who do not see it
     * @param first number of the first line
     * @param lines from that on
     * @param notes by line number
     */
    YamlView(String label, int first, List<String> lines, Map<Integer, String> notes) {
        addClassName("bw-yaml");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("tabindex", "0");
        for (int i = 0; i < lines.size(); i++) {
            int number = first + i;
            String note = notes.get(number);
            Div line = Markup.box(
                    note == null ? "bw-yaml-line" : "bw-yaml-line bw-yaml-hit",
                    Markup.text("bw-yaml-number", String.valueOf(number)),
                    Markup.text("bw-yaml-text", lines.get(i)));
            if (note != null) {
                Span beside = Markup.text("bw-yaml-note", note);
                beside.getElement().setAttribute("title", note);
                line.add(beside);
            }
            add(line);
        }
    }
}
