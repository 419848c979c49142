package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.Consumer;

/** The address of a list page, which holds all that it shows. */
final class ListUrl {

    private final Component view;
    private final ListPage page;

    ListUrl(Component view, ListPage page) {
        this.view = view;
        this.page = page;
    }

    ListState read(QueryParameters parameters) {
        return ListState.from(parameters, page.defaultFilter());
    }

    /** Says it in the present entry of the history, as while somebody types. */
    void rewrite(ListState state) {
        ui().getPage().getHistory().replaceState(null, location(state));
    }

    /** Says it in an entry of its own, so that Back leads to what was before. */
    void push(ListState state) {
        ui().getPage().getHistory().pushState(null, location(state));
    }

    /** Goes there anew, as to another page. */
    void navigate(ListState state) {
        Location wanted = location(state);
        ui().navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    /** Leaves for a page of its own; the scope stays. */
    void leave(String path, Scope scope) {
        int query = path.indexOf('?');
        if (query < 0) {
            ui().navigate(path, scope.toQuery());
            return;
        }
        String more = scope.toQuery().getQueryString();
        ui().navigate(
                        path.substring(0, query),
                        QueryParameters.fromString(path.substring(query + 1) + (more.isEmpty() ? "" : "&" + more)));
    }

    /** Hears from the browser where Back and Forward ended, as Flow misses some of these (see back.js). */
    void followBack(Consumer<QueryParameters> show) {
        view.getElement()
                .addEventListener("came-back", event -> {
                    Location place = new Location(
                            event.getEventData().get("event.detail").asString());
                    if (place.getPath().equals(page.path())) {
                        show.accept(place.getQueryParameters());
                    }
                })
                .addEventData("event.detail");
    }

    private Location location(ListState state) {
        return new Location(page.path(), state.toQuery(page.defaultFilter()));
    }

    private UI ui() {
        return view.getUI().orElseGet(UI::getCurrent);
    }
}
