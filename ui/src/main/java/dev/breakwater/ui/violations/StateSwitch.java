package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.ui.part.Segments;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which violations by their state; a short way to the term of the filter that says the same. */
final class StateSwitch extends Div {

    private static final List<String> STATES = List.of("open", "attempted", "accepted", "excluded", "resolved");

    private final Segments<String> states;

    /**
     * @param q what is shown now
     * @param filter shows another filter
     */
    StateSwitch(Supplier<String> q, Consumer<String> filter) {
        states = new Segments<>(
                "Which violations",
                STATES,
                state -> state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1),
                state -> filter.accept(withState(q.get(), state)));
        addClassName("bw-filter-lead");
        add(states);
    }

    /** Marks the states that a filter shows. */
    void show(String q) {
        states.press(shown(q));
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
                    .map(Object::toString);
        } catch (InvalidRequest e) {
            others = Stream.empty();
        }
        return Stream.concat(Stream.of("state:" + state), others).collect(Collectors.joining(" "));
    }
}
