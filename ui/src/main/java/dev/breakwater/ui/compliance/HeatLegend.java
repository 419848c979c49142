package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.ui.part.Markup;

/** Says what the cells of the heat map mean: figure, bar, hatch and the four tints. */
final class HeatLegend extends UnorderedList {

    HeatLegend() {
        addClassName("bw-heat-legend");
        getElement().setAttribute("aria-label", "What the cells mean");
        Div bar = Markup.box("bw-heat-share");
        bar.setWidth("60%");
        Div strip = Markup.box("bw-heat-unknown bw-hatch");
        strip.setWidth("30%");
        add(
                item("bw-heat-0", "figure and bar: controls that passed", bar),
                item("bw-heat-0", "hatched: unknown, as wide as its share", strip),
                item("bw-heat-0", "90\u00a0% and more, or nothing fails"),
                item("bw-heat-1", "75 to 89\u00a0%"),
                item("bw-heat-2", "50 to 74\u00a0%"),
                item("bw-heat-3", "25 to 49\u00a0%"),
                item("bw-heat-4", "under 25\u00a0%"));
    }

    private static ListItem item(String tint, String words, Div... within) {
        Div sample = Markup.box("bw-heat-sample " + tint);
        sample.add(within);
        ListItem item = new ListItem(sample);
        item.add(Markup.text("", words));
        return item;
    }
}
