package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.Div;

/** A thin bar of what is known, with the rest hatched; rounded so that the unknown never vanishes. */
public final class ShareBar extends Div {

    /** @param known of {@code total} */
    public ShareBar(long known, long total) {
        addClassName("bw-share");
        int percent = total == 0 ? 0 : (int) Math.floorDiv(known * 100, total);
        Div bar = Markup.box("bw-share-known");
        bar.setWidth(percent + "%");
        Div rest = Markup.box("bw-share-unknown bw-hatch");
        rest.setVisible(percent < 100);
        add(bar, rest);
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", percent + " percent known");
    }
}
