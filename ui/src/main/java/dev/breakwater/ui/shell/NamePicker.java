package dev.breakwater.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Some of many names: a field that finds them, and those that were found to tick. What is ticked stays in sight and counts at
 * once; nothing ticked means all.
 */
final class NamePicker extends Div {

    /** More are found by typing, not by scrolling. */
    private static final int SHOWN = 100;

    private final List<String> known;
    private final boolean patterns;
    private final Consumer<List<String>> choose;
    private final TextField find = new TextField();
    private final CheckboxGroup<String> group = new CheckboxGroup<>();
    private final Span more = Markup.text("bw-meta", "");
    private final Button all;
    private Set<String> chosen;
    private List<String> offered = List.of();

    /**
     * @param title of the names, such as {@code Clusters}
     * @param patterns whether a text with {@code *} in it is a name, too
     * @param choose takes the names that are ticked, empty for all
     */
    NamePicker(String title, List<String> known, List<String> chosen, boolean patterns, Consumer<List<String>> choose) {
        this.known = known;
        this.patterns = patterns;
        this.choose = choose;
        this.chosen = new LinkedHashSet<>(chosen);
        addClassName("bw-names");
        String many = title.toLowerCase(Locale.ROOT);
        find.setPlaceholder(patterns ? "Find, or a pattern such as pay-*" : "Find");
        find.setAriaLabel("Find " + many);
        find.setPrefixComponent(Markup.icon("search"));
        find.setClearButtonVisible(true);
        find.setMaxLength(253);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setValueChangeTimeout(150);
        find.setWidthFull();
        find.addValueChangeListener(event -> offer());
        group.setAriaLabel(title);
        group.addClassName("bw-names-group");
        group.setItemLabelGenerator(PlainText::of);
        group.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                take(event.getValue());
            }
        });
        all = new Button("All " + many, event -> {
            this.chosen = new LinkedHashSet<>();
            offer();
            choose.accept(List.of());
        });
        all.addThemeVariants(ButtonVariant.TERTIARY);
        add(find, Markup.box("bw-names-list", group), Markup.box("bw-names-foot", more, all));
        offer();
    }

    /** Moves to the field, so that one can type at once. */
    void find() {
        find.focus();
    }

    private void take(Set<String> ticked) {
        Set<String> now = new LinkedHashSet<>(chosen);
        now.removeIf(name -> offered.contains(name) && !ticked.contains(name));
        now.addAll(ticked);
        chosen = now;
        all.setVisible(!chosen.isEmpty());
        choose.accept(chosen.stream().sorted().toList());
    }

    /** Shows what is ticked, and what the text finds. */
    private void offer() {
        String text = find.getValue().strip();
        String wanted = text.toLowerCase(Locale.ROOT);
        List<String> found = known.stream()
                .filter(name -> !chosen.contains(name))
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .sorted()
                .toList();
        boolean pattern = patterns && text.contains("*") && !text.contains(",") && !chosen.contains(text);
        List<String> names = new ArrayList<>();
        Stream.of(chosen.stream().sorted(), pattern ? Stream.of(text) : Stream.<String>empty(), found.stream())
                .flatMap(one -> one)
                .limit(SHOWN + (long) chosen.size())
                .forEach(names::add);
        offered = names;
        group.setItems(names);
        group.setValue(chosen);
        int hidden = Math.max(0, found.size() - SHOWN);
        more.setText(
                names.isEmpty()
                        ? "None is called so."
                        : hidden > 0 ? Counted.number(hidden) + " more, found by typing" : "");
        all.setVisible(!chosen.isEmpty());
    }
}
