package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.Segments;
import java.util.List;
import java.util.function.Supplier;

/** How the violations are gathered; it is the path. */
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

    /**
     * @param state what is shown now
     * @param defaultFilter of the pages
     */
    ViewSwitch(View shown, Supplier<ListState> state, String defaultFilter) {
        Segments<View> views = new Segments<>(
                "How they are gathered",
                List.of(View.values()),
                view -> view.word,
                view -> getUI().ifPresent(ui -> ui.navigate(view.path, query(state.get(), defaultFilter))));
        views.press(List.of(shown));
        add(views);
    }

    private static QueryParameters query(ListState state, String defaultFilter) {
        return state.withSelected(null).withSort("").withColumns(List.of()).toQuery(defaultFilter);
    }
}
