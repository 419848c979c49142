package dev.breakwater.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.Markup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The keys, the grammar of filters in one line each, and the switch for single keys. */
final class HelpDialog extends Dialog {

    /** @param switchKeys takes whether single keys do something from now on */
    HelpDialog(boolean singleKeys, Consumer<Boolean> switchKeys) {
        setHeaderTitle("Keys and filters");
        setWidth("720px");
        Map<String, String> everywhere = new LinkedHashMap<>();
        everywhere.put("Ctrl K", "search, or go to a page");
        Places.all().stream()
                .filter(place -> !place.key().isEmpty())
                .forEach(
                        place -> everywhere.put("g " + place.key(), place.name().toLowerCase(java.util.Locale.ROOT)));
        everywhere.put("?", "this help");
        everywhere.put("Esc", "close what is open, then untick");
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("/", "filter");
        lists.put("j", "next row");
        lists.put("k", "row before");
        lists.put("Enter", "open the row");
        lists.put("x", "tick the row");
        lists.put("Shift click", "tick up to here");
        lists.put("e", "export");
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("severity:critical,high", "one of these");
        filters.put("!namespace:kube-*", "not, with * for any text");
        filters.put("policy:\"Latest tag\"", "exactly this text");
        filters.put("age:>30d", "longer ago; also < >= <=");
        filters.put("pay", "in the names");
        Checkbox keys = new Checkbox("Keys without Ctrl do something", singleKeys);
        keys.addValueChangeListener(event -> switchKeys.accept(event.getValue()));
        add(Markup.box(
                "bw-help",
                section("Everywhere", everywhere),
                section("In a list", lists),
                section("Filters", filters),
                Markup.box(
                        "bw-help-foot",
                        keys,
                        Markup.paragraph(
                                "Switch them off if you speak to your computer, or press keys by accident."))));
        Button close = new Button("Close", event -> close());
        getFooter().add(close);
    }

    private static Div section(String title, Map<String, String> lines) {
        Div section = Markup.box("bw-help-section", Markup.subheading(title));
        lines.forEach((key, meaning) ->
                section.add(Markup.box("bw-help-line", Markup.text("bw-key", key), Markup.text("", meaning))));
        return section;
    }
}
