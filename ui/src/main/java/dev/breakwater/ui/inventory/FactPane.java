package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One thing of the inventory beside its list: what it is, where, and facts about it. */
final class FactPane extends Div {

    private final DescriptionList facts = new DescriptionList();

    /** @param kind what it is, as it stands before "1 of 12" */
    <T> FactPane(
            Opened<T> opened, String kind, String icon, String title, List<String> tags, Consumer<@Nullable T> open) {
        addClassName("bw-detail");
        facts.addClassName("bw-facts");
        Div places = Markup.box("bw-tags");
        tags.forEach(tag -> places.add(Markup.text("bw-tag", tag)));
        add(
                new DetailBar(opened, kind, open, Markup.icon(icon), Markup.text("bw-meta", kind)),
                Markup.heading(title),
                places,
                facts);
    }

    FactPane fact(String term, String value) {
        return fact(term, Markup.text("", value.isEmpty() ? "unknown" : value));
    }

    FactPane fact(String term, Component value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
        return this;
    }

    FactPane labels(Map<String, String> labels) {
        Div all = Markup.box("bw-labels");
        labels.forEach((key, value) -> all.add(Markup.text("bw-tag", value.isEmpty() ? key : key + "=" + value)));
        return fact("Labels", labels.isEmpty() ? Markup.text("", "none") : all);
    }

    FactPane section(String title, Component... parts) {
        add(Markup.subheading(title));
        add(parts);
        return this;
    }
}
