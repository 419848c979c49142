package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a list is filtered: terms as chips, text with completion behind them, the number of matches at the end. The browser's
 * side only edits text; what a filter means is decided here.
 */
@Tag("bw-filter-bar")
@JavaScript("context://bw/filter-bar.js")
public class FilterBar extends Component {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Somebody changed the filter. */
    @DomEvent("filter-change")
    public static final class ChangeEvent extends ComponentEvent<FilterBar> {

        private final String filter;
        private final boolean finished;

        /**
         * @param filter the whole filter as it stands
         * @param finished the last term is complete, else it is still being typed
         */
        public ChangeEvent(
                FilterBar source,
                boolean fromClient,
                @EventData("event.detail.filter") String filter,
                @EventData("event.detail.finished") boolean finished) {
            super(source, fromClient);
            this.filter = filter;
            this.finished = finished;
        }

        public String filter() {
            return filter;
        }

        public boolean finished() {
            return finished;
        }
    }

    /** Somebody types a value. */
    @DomEvent("filter-suggest")
    public static final class SuggestEvent extends ComponentEvent<FilterBar> {

        private final String field;
        private final String begun;

        public SuggestEvent(
                FilterBar source,
                boolean fromClient,
                @EventData("event.detail.field") String field,
                @EventData("event.detail.begun") String begun) {
            super(source, fromClient);
            this.field = field;
            this.begun = begun;
        }
    }

    /** Suggests values while somebody types one. */
    void suggestBy(BiFunction<String, String, List<String>> values) {
        addListener(
                SuggestEvent.class,
                event -> getElement()
                        .callJsFunction(
                                "suggest",
                                event.field,
                                event.begun,
                                JSON.writeValueAsString(values.apply(event.field, event.begun))));
    }

    /** @param label what is filtered, for those who do not see the page */
    public FilterBar(String label, List<FilterTerm> terms) {
        addClassName("bw-filter");
        getElement().setProperty("label", label);
        getElement()
                .setProperty(
                        "terms",
                        JSON.writeValueAsString(terms.stream()
                                .map(term -> Map.of(
                                        "name", term.name(),
                                        "meaning", term.meaning(),
                                        "values", term.values(),
                                        "open", term.suggested() != null))
                                .toList()));
    }

    public Registration addChangeListener(ComponentEventListener<ChangeEvent> listener) {
        return addListener(ChangeEvent.class, listener);
    }

    /** Shows a complete filter as chips. */
    public void showFilter(FilterExpression filter) {
        String chips = JSON.writeValueAsString(
                filter.terms().stream().map(FilterExpression.Term::toString).toList());
        getElement().setProperty("chips", chips);
        // Text that became a chip must go even if the chips are the same as before.
        getElement().executeJs("this.take && this.take($0)", chips);
        showNoProblem();
    }

    /** Lets somebody write another term. */
    void begin() {
        getElement().callJsFunction("begin");
    }

    /** Shows a filter that is not understood as it was written. */
    void showText(String filter) {
        getElement().setProperty("chips", "[]");
        getElement().executeJs("this.input && (this.input.value = $0)", filter);
    }

    /** How many rows match, in words. */
    public void showMatches(String matches) {
        getElement().setProperty("matches", matches);
    }

    /** Says at the field what is wrong; the list stays as it was. */
    public void showProblem(InvalidRequest problem) {
        String field = problem.field().startsWith("q/") ? problem.field().substring(2) : "The filter";
        showProblem(field + ": “" + problem.value() + "” is not understood. Allowed: " + problem.allowed() + ".");
    }

    /** The filter, as far as it is typed, is understood. */
    public void showNoProblem() {
        showProblem("");
    }

    private void showProblem(String problem) {
        getElement().setProperty("problem", problem);
    }
}
