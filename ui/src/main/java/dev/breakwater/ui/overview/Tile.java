package dev.breakwater.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;

/** One figure that leads to the list it counts. */
final class Tile extends Anchor {

    private final Div figure = Markup.box("bw-tile-figure");
    private final Div body;

    /**
     * @param of the whole that the figure is a part of, negative = it is no part
     * @param fact one sentence under it
     */
    Tile(String label, String target, long value, long of, Component fact) {
        setHref(target);
        addClassNames("bw-card", "bw-tile");
        figure.add(Markup.text("bw-tile-number", Counted.number(value)));
        if (of >= 0) {
            figure.add(Markup.text("bw-tile-of", "of " + Counted.number(of)));
        }
        body = Markup.box("bw-tile-body", figure);
        add(
                Markup.box("bw-tile-head", Markup.text("bw-tile-label", label), Markup.icon("right")),
                body,
                Markup.box("bw-tile-fact", fact));
    }

    /** A mark before the figure. */
    Tile marked(Component mark) {
        figure.addComponentAsFirst(mark);
        return this;
    }

    /** Instead of the figure, that nobody knows it. */
    Tile unknown() {
        figure.removeAll();
        figure.add(Markup.text("bw-hatch-mark", ""), Markup.text("bw-tile-of", "unknown"));
        return this;
    }

    /** The way that the figure went. */
    Tile withLine(Component line) {
        body.add(line);
        return this;
    }
}
