package dev.breakwater.ui.part;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of a list: head, filter bar, grid, and the selected row beside it. The URL is the only state: whatever is shown
 * can be opened again by it, back and reload included. Typing replaces the history's entry, opening a row adds one.
 */
public abstract class ListView<T> extends Div implements AfterNavigationObserver, Scoped {

    /** One page of the detail: which row, and where it stands in the list. */
    public record Opened<T>(
            T row,
            @Nullable Integer number,
            int count,
            @Nullable T previous,
            @Nullable T next) {}

    private final ListSource<T> source;
    private final String path;
    private final String defaultFilter;
    private final Clock clock;
    private final DataGrid<T> grid;
    private final FilterBar filterBar;
    private final Div banners = Markup.box("bw-banners");
    private final Div body = Markup.box("bw-list-body");
    private final Div master = Markup.box("bw-list-master");
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final Span count = Markup.text("bw-count", "");
    private final NewRows<T> newRows;
    private final BulkSelection<T> selection;
    private ListState state = new ListState("", "", null, Scope.DEFAULT);
    private boolean showing;
    private int matches;

    /**
     * @param path of the route, without a slash
     * @param meaning one sentence that says what the list is
     * @param defaultFilter the filter when the URL has none
     */
    protected ListView(
            ListSource<T> source, String path, String title, String meaning, String defaultFilter, Clock clock) {
        this.source = source;
        this.path = path;
        this.defaultFilter = defaultFilter;
        this.clock = clock;
        this.grid = new DataGrid<>(source);
        this.filterBar = new FilterBar("Filter " + title.toLowerCase(java.util.Locale.ROOT), source.terms());
        this.newRows = new NewRows<>(source, this::showRows);
        this.selection = new BulkSelection<>(source, grid, this::showRows);
        addClassNames("bw-page", "bw-list");
        PageHead head = new PageHead(title, meaning);
        head.addBesideTitle(count);
        head.addActions(newRows);
        Component[] tools = tools();
        add(head, Markup.box("bw-filter-row", filterBar, Markup.box("bw-tools", tools)), banners, body);
        grid.setAriaLabel(title);
        master.add(grid);
        layout.setMaster(master);
        layout.setDetailSize("512px");
        layout.setMasterSize("420px", true);
        layout.setOverlaySize("100%");
        layout.setSizeFull();
        layout.addClassName("bw-split");
        layout.addBackdropClickListener(event -> open(null));
        filterBar.addChangeListener(event -> filter(event.filter(), event.finished()));
        grid.addSelectionListener(event -> {
            if (event.isFromClient()) {
                open(event.getFirstSelectedItem().map(source::idOf).orElse(null));
            }
        });
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                state = state.withSort(DataGrid.sortText(event.getSortOrder()));
                rewriteUrl();
                showRows();
            }
        });
    }

    /** Adds the columns. */
    protected abstract void columns(DataGrid<T> grid);

    /** What stands beside the list for one row; lists whose rows have a page of their own override {@link #pageOf}. */
    protected Component detail(Opened<T> opened) {
        throw new IllegalStateException("rows of " + path + " open beside the list, but no detail is given");
    }

    /** The page of a row, where rows have their own; empty = they open beside the list. */
    protected Optional<String> pageOf(UUID id) {
        return Optional.empty();
    }

    /** What stands in place of a list that has no rows. */
    protected abstract EmptyState empty(ListState state);

    /** What the reader must know before trusting the rows, such as that a cluster is silent. */
    protected abstract List<Component> warnings();

    /** The order when the URL has none, as the grid shows it. */
    protected abstract String defaultSort();

    /** What can be done to many rows; none = rows cannot be ticked. */
    protected List<BulkAction> bulkActions() {
        return List.of();
    }

    /** Switches and buttons beside the filter. */
    protected Component[] tools() {
        return new Component[0];
    }

    /** How many there are, beside the title. */
    protected String countWords(int matches) {
        return Counted.capped(matches);
    }

    protected final TimeWords times() {
        return TimeWords.here(clock);
    }

    protected final ListState state() {
        return state;
    }

    protected final ListSource<T> source() {
        return source;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (grid.getColumns().isEmpty()) {
            selection.offer(bulkActions(), master);
            columns(grid);
        }
        newRows.follow(event.getUI());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showUrl(event.getLocation().getQueryParameters());
    }

    /** Shows what the URL says. */
    void showUrl(QueryParameters parameters) {
        ListState wanted = ListState.from(parameters, defaultFilter);
        boolean sameRows = showing
                && wanted.q().equals(state.q())
                && wanted.scope().equals(state.scope())
                && wanted.sort().equals(state.sort());
        state = wanted;
        if (!sameRows) {
            try {
                filterBar.showFilter(FilterExpression.parse(state.q()));
                showRows();
            } catch (InvalidRequest e) {
                filterBar.showProblem(e);
            }
        }
        showDetail();
    }

    @Override
    public void showScope(Scope scope) {
        state = state.withScope(scope).withSelected(null);
        pushUrl();
        showRows();
        showDetail();
    }

    /** Replaces the filter; what is not understood leaves the list as it is and says so at the field. */
    protected final void filter(String filter, boolean finished) {
        try {
            FilterExpression expression = FilterExpression.parse(filter);
            source.count(scoped(filter));
            state = state.withFilter(filter.strip());
            rewriteUrl();
            showRows();
            if (finished) {
                filterBar.showFilter(expression);
            } else {
                filterBar.showNoProblem();
            }
        } catch (InvalidRequest e) {
            if (finished) {
                filterBar.showProblem(e);
            }
        }
    }

    /** Opens a row beside the list, or closes it. */
    protected final void open(@Nullable UUID id) {
        Optional<String> page = id == null ? Optional.empty() : pageOf(id);
        if (page.isPresent()) {
            ui().navigate(page.get(), state.scope().toQuery());
            return;
        }
        state = state.withSelected(id);
        pushUrl();
        showDetail();
    }

    /** Reads the rows and the open one anew, after one of them was changed. */
    protected final void reread() {
        showRows();
        showDetail();
    }

    private void showRows() {
        String sort = state.sort().isEmpty() ? defaultSort() : state.sort();
        String q = scoped(state.q());
        matches = source.count(q);
        showing = true;
        count.setText(countWords(matches));
        filterBar.showMatches(Counted.capped(matches) + (matches == 1 ? " matches" : " match"));
        newRows.seen(q, matches);
        selection.matching(q, matches);
        banners.removeAll();
        warnings().forEach(banners::add);
        body.removeAll();
        if (matches == 0) {
            body.add(empty(state));
        } else {
            body.add(layout);
            grid.show(q, sort, matches);
        }
    }

    /** A filter with the scope in it, as far as the list knows its terms. */
    private String scoped(String filter) {
        Set<String> terms = source.terms().stream().map(FilterTerm::name).collect(Collectors.toSet());
        return (state.scope().toFilter(terms) + " " + filter).strip();
    }

    private void showDetail() {
        UUID id = state.selected();
        if (id == null) {
            layout.setDetail(null);
            grid.deselectAll();
            return;
        }
        try {
            T row = source.get(id);
            grid.select(row);
            Optional<KeysetPages.Place<T>> place = grid.place(row);
            layout.setDetail(detail(new Opened<>(
                    row,
                    place.map(KeysetPages.Place::number).orElse(null),
                    matches,
                    place.map(KeysetPages.Place::previous).orElse(null),
                    place.map(KeysetPages.Place::next).orElse(null))));
        } catch (NotFound e) {
            layout.setDetail(new EmptyState(
                    "Not found, or no access",
                    "It may have gone since the link was made.",
                    DetailBar.closing(new Button("Close", event -> open(null)))));
        }
        if (matches == 0) {
            body.removeAll();
            body.add(layout);
        }
    }

    private void rewriteUrl() {
        ui().getPage().getHistory().replaceState(null, location());
    }

    private void pushUrl() {
        ui().getPage().getHistory().pushState(null, location());
    }

    private Location location() {
        return new Location(path, state.toQuery(defaultFilter));
    }

    private UI ui() {
        return getUI().orElseGet(UI::getCurrent);
    }
}
