package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;

/**
 * The few elements that every page is written with. Text is always set as text, so nothing from a cluster becomes markup,
 * and as {@link PlainText}, so that none reads like another.
 */
public final class Markup {

    private Markup() {}

    /** A piece of text; the classes are parted by spaces, empty for none. */
    public static Span text(String cssClass, String text) {
        Span span = new Span(PlainText.of(text));
        addClasses(span, cssClass);
        return span;
    }

    /** A heading below the page's title. */
    public static H2 heading(String text) {
        return new H2(PlainText.of(text));
    }

    /** A heading within a pane or card. */
    public static H3 subheading(String text) {
        return new H3(PlainText.of(text));
    }

    public static Paragraph paragraph(String text) {
        return new Paragraph(PlainText.of(text));
    }

    /** An item of a list. */
    public static ListItem item(String text) {
        return new ListItem(PlainText.of(text));
    }

    /** Lines as they are written, spaces and all. */
    public static Pre lines(String text) {
        return new Pre(PlainText.of(text));
    }

    /** A box around others. */
    public static Div box(String cssClass, Component... children) {
        Div box = new Div(children);
        addClasses(box, cssClass);
        return box;
    }

    /** An icon of {@code icons.css}; decoration only, the word stands beside it. */
    public static Span icon(String name) {
        Span icon = text("bw-icon bw-icon-" + name, "");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** A link within the console. */
    public static Anchor link(String href, String text) {
        Anchor link = new Anchor(href, PlainText.of(text));
        link.addClassName("bw-link");
        return link;
    }

    private static void addClasses(HasStyle component, String cssClasses) {
        if (!cssClasses.isEmpty()) {
            component.addClassNames(cssClasses.split(" "));
        }
    }
}
