package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A short way to one term of the filter, as a bar of its values. */
public final class TermSwitch extends Div {

    private final String term;
    private final Segments<String> values;

    /**
     * @param label what is chosen, for those who do not see the bar
     * @param term the name of the field
     * @param words the values in order
     * @param q what is shown now
     * @param filter shows another filter
     */
    public TermSwitch(String label, String term, List<String> words, Supplier<String> q, Consumer<String> filter) {
        this(
                label,
                term,
                words,
                words.stream()
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1).replace('-', ' '))
                        .toList(),
                q,
                filter);
    }

    /** @param shown what stands on the buttons, in the order of the values */
    public TermSwitch(
            String label,
            String term,
            List<String> words,
            List<String> shown,
            Supplier<String> q,
            Consumer<String> filter) {
        this.term = term;
        this.values = new Segments<>(
                label, words, word -> shown.get(words.indexOf(word)), word -> filter.accept(with(q.get(), term, word)));
        addClassName("bw-filter-lead");
        add(values);
    }

    /** Marks the values that a filter shows. */
    public void show(String q) {
        values.press(shown(q));
    }

    private List<String> shown(String q) {
        try {
            return FilterExpression.parse(q).terms().stream()
                    .filter(one -> one.field().equals(term) && !one.negated())
                    .flatMap(one -> one.values().stream())
                    .map(value -> value.text().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (InvalidRequest e) {
            return List.of();
        }
    }

    /** The filter with this value in place of the one that it names. */
    static String with(String q, String term, String value) {
        Stream<String> others;
        try {
            others = FilterExpression.parse(q).terms().stream()
                    .filter(one -> !one.field().equals(term))
                    .map(Object::toString);
        } catch (InvalidRequest e) {
            others = Stream.empty();
        }
        return Stream.concat(Stream.of(term + ":" + value), others).collect(Collectors.joining(" "));
    }
}
