package dev.breakwater.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.util.List;

/** What somebody has to see to; there is none of it where nothing waits. */
final class WaitingCard extends Div {

    /**
     * One thing that waits.
     *
     * @param what after the number, in words
     * @param more a second line
     */
    record Item(long count, String what, String more, String target) {}

    /** @param narrow beside another card, else over the whole width */
    WaitingCard(List<Item> items, boolean narrow) {
        addClassNames("bw-card", narrow ? "bw-third" : "bw-wide");
        add(new CardHead("What is waiting for you?", ""));
        Div rows = Markup.box("bw-rows");
        items.forEach(item -> rows.add(row(item)));
        add(rows);
    }

    private static Anchor row(Item item) {
        Anchor link = new Anchor(item.target());
        link.addClassNames("bw-row", "bw-row-counted");
        link.add(
                Markup.text("bw-row-count", Counted.number(item.count())),
                Markup.box("bw-row-text", Markup.text("bw-row-what", item.what()), Markup.text("bw-meta", item.more())),
                Markup.icon("right"));
        return link;
    }
}
