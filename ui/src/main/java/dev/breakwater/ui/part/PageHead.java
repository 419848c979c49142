package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** The head of a page: its name, one sentence, and at the right what can be done. */
public final class PageHead extends Div {

    private final Div title;
    private final Div actions = Markup.box("bw-head-actions");

    public PageHead(String name, String sentence) {
        addClassName("bw-head");
        H1 heading = new H1(PlainText.of(name));
        heading.setId("page-title");
        heading.getElement().setAttribute("tabindex", "-1");
        title = Markup.box("bw-head-title", heading);
        add(Markup.box("bw-head-text", title, Markup.paragraph(sentence)), actions);
    }

    public void addBesideTitle(Component component) {
        title.add(component);
    }

    public void addActions(Component... components) {
        actions.add(components);
    }

    /** The way here, above the name. */
    public void addWay(Component... links) {
        Div way = Markup.box("bw-way", links);
        way.getElement().setAttribute("aria-label", "Breadcrumb");
        way.getElement().setAttribute("role", "navigation");
        ((Div) getComponentAt(0)).addComponentAsFirst(way);
    }
}
