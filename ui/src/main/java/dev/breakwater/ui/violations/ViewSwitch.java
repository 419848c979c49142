package dev.breakwater.ui.violations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.Markup;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which violations by their state, and how they are gathered. Both stand in the URL: the state as a term, the view as the path. */
final class ViewSwitch extends Div {

    /** The same violations in three ways. */
    enum View {
        BY_WORKLOAD("By workload", ViolationsNavigation.BY_WORKLOAD),
        BY_POLICY("By policy", ViolationsNavigation.BY_POLICY),
        FLAT("Flat", ViolationsNavigation.PATH);

        private final String word;
        private final String path;

        View(String word, String path) {
            this.word = word;
            this.path = path;
        }
    }

    private static final List<String> STATES = List.of("open", "accepted", "excluded", "resolved");

    private final Map<String, Button> states = new LinkedHashMap<>();

    /**
     * @param state what is shown now
     * @param defaultFilter of the pages
     * @param filter shows another filter
     */
    ViewSwitch(View shown, Supplier<ListState> state, String defaultFilter, Consumer<String> filter) {
        addClassName("bw-views");
        Div byState = group("Which violations");
        for (String one : STATES) {
            Button button = segment(byState, one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1));
            button.addClickListener(event -> filter.accept(withState(state.get().q(), one)));
            states.put(one, button);
        }
        Div byView = group("How they are gathered");
        Map<View, Button> views = new EnumMap<>(View.class);
        for (View view : View.values()) {
            Button button = segment(byView, view.word);
            button.addClickListener(event ->
                    getUI().ifPresent(ui -> ui.navigate(view.path, query(state.get(), defaultFilter))));
            views.put(view, button);
        }
        press(views.get(shown), true);
        add(byState, byView);
    }

    private static QueryParameters query(ListState state, String defaultFilter) {
        return state.withSelected(null).withSort("").withColumns(List.of()).toQuery(defaultFilter);
    }

    private static Div group(String label) {
        Div group = Markup.box("bw-segments");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", label);
        return group;
    }

    private static Button segment(Div group, String word) {
        Button button = new Button(word);
        button.addClassName("bw-segment");
        press(button, false);
        group.add(button);
        return button;
    }

    private static void press(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }

    /** Marks the states that a filter shows. */
    void show(String q) {
        List<String> shown = shown(q);
        states.forEach((state, button) -> press(button, shown.contains(state)));
    }

    private static List<String> shown(String q) {
        try {
            return FilterExpression.parse(q).terms().stream()
                    .filter(term -> term.field().equals("state") && !term.negated())
                    .flatMap(term -> term.values().stream())
                    .map(value -> value.text().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (InvalidRequest e) {
            return List.of();
        }
    }

    /** The filter with this state in place of the one that it names. */
    static String withState(String q, String state) {
        Stream<String> others;
        try {
            others = FilterExpression.parse(q).terms().stream()
                    .filter(term -> !term.field().equals("state"))
                    .map(Term::toString);
        } catch (InvalidRequest e) {
            others = Stream.empty();
        }
        return Stream.concat(Stream.of("state:" + state), others).collect(Collectors.joining(" "));
    }
}
