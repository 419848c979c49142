package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListSource;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list of what clusters hold. */
abstract class InventoryList<T> extends ListView<T> {

    private final String rows;

    InventoryList(ListSource<T> source, String path, String title, String meaning, String sort, ListServices services) {
        super(source, new ListPage(path, title, meaning, "", sort), services);
        this.rows = source.noun().many();
    }

    @Override
    protected final Optional<Component> tabs(String path) {
        return Optional.of(new InventoryTabs(path));
    }

    @Override
    protected EmptyState empty(ListState state) {
        if (!state.q().isEmpty()) {
            return new EmptyState(
                    "None of the " + rows + " matches",
                    "The filter is " + state.q() + ".",
                    new Button("Clear the filter", event -> filter("", true)));
        }
        return state.scope().equals(Scope.DEFAULT)
                ? new EmptyState(
                        "No " + rows + " are known yet",
                        "They appear here when a sensor has sent them. Coverage says what a sensor does not see.",
                        Markup.link(ClustersNavigation.PATH, "Clusters"),
                        Markup.link("coverage", "Coverage"))
                : new EmptyState(
                        "No " + rows + " in this scope",
                        "The scope above leaves none of them.",
                        new Button("Show all", event -> showScope(Scope.DEFAULT.withWorkloads(Scope.Workloads.ALL))));
    }

    /** Closes the detail, or opens another row. */
    protected final void openRow(@Nullable T row) {
        open(row == null ? null : source().idOf(row));
    }
}
