package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is: why, and the one thing to do about it. */
public final class EmptyState extends Div {

    /**
     * @param title a short sentence
     * @param explanation what would be here, or which terms leave nothing
     * @param actions buttons or links, may be none
     */
    public EmptyState(String title, String explanation, Component... actions) {
        addClassName("bw-empty");
        add(new H2(title), new Paragraph(explanation));
        if (actions.length > 0) {
            add(Markup.box("bw-empty-actions", actions));
        }
    }
}
