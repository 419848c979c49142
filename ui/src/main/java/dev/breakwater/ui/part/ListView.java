package dev.breakwater.ui.part;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.profile.SavedView.Shown;
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
@JavaScript("context://bw/back.js")
public abstract class ListView<T> extends RowsPage<T> implements AfterNavigationObserver, Scoped {

    /** One page of the detail: which row, and where it stands in the list. */
    public record Opened<T>(
            T row,
            @Nullable Integer number,
            int count,
            @Nullable T previous,
            @Nullable T next) {}

    private final ListSource<T> source;
    private final ListPage page;
    private final ListServices services;
    private final DataGrid<T> grid;
    private final ListLook<T> look;
    private final @Nullable ExportMenu export;
    private final FilterBar filterBar;
    private final Div banners = Markup.box("bw-banners");
    private final Div above = Markup.box("bw-list-above");
    private final Div body = Markup.box("bw-list-body");
    private final Div master = Markup.box("bw-list-master");
    private final OpenRow<T> opened;
    private final ListUrl url;
    private final Span count = Markup.text("bw-count", "");
    private final NewRows<T> newRows;
    private final ViewsMenu views;
    private final Optional<Scoped> neighbours;
    private final PageHead head;
    private final BulkSelection<T> selection;
    private ListState state = new ListState("", "", List.of(), null, Scope.DEFAULT);
    private boolean showing;
    private int matches;

    protected ListView(ListSource<T> source, ListPage page, ListServices services) {
        this.source = source;
        this.page = page;
        this.services = services;
        this.grid = new DataGrid<>(source);
        this.look = new ListLook<>(grid, source.name(), services.preferences(), this::chooseColumns);
        this.opened = new OpenRow<>(source, grid, master, () -> open(null));
        this.url = new ListUrl(this, page);
        this.filterBar = new FilterBar("Filter " + source.noun().many(), source.terms());
        this.newRows = new NewRows<>(source, this::showRows);
        this.selection = new BulkSelection<>(source, grid, this::reread);
        this.export = services.exports().lists().contains(source.name())
                ? new ExportMenu(services.exports(), source.name(), source::reader)
                : null;
        this.views = new ViewsMenu(services.views(), source.name(), this::showView);
        addClassNames("bw-page", "bw-list");
        this.head = new PageHead(page.title(), page.meaning());
        head.addBesideTitle(count);
        head.addActions(newRows);
        head.addActions(tools());
        head.addActions(look.menu());
        if (export != null) {
            head.addActions(export);
        }
        filterBar.suggestBy(source::suggest);
        Button addFilter = new Button("Add filter", Markup.icon("plus"), event -> filterBar.begin());
        addFilter.addClassName("bw-add-filter");
        add(head);
        Optional<Component> tabs = tabs(page.path());
        tabs.ifPresent(this::add);
        this.neighbours = tabs.filter(Scoped.class::isInstance).map(Scoped.class::cast);
        Div filterRow = Markup.box("bw-filter-row", views);
        filterLead().ifPresent(filterRow::add);
        filterRow.add(filterBar, addFilter);
        add(filterRow, banners, above, body);
        url.followBack(this::showUrl);
        grid.setAriaLabel(page.title());
        master.add(grid);
        filterBar.addChangeListener(event -> filter(event.filter(), event.finished()));
        grid.addSelectionListener(event -> {
            if (event.isFromClient()) {
                open(event.getFirstSelectedItem().map(source::idOf).orElse(null));
            }
        });
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                state = state.withSort(DataGrid.sortText(event.getSortOrder()));
                url.rewrite(state);
                showRows();
            }
        });
    }

    /** A button of the list's own that needs what the list is given; it stands after the others. */
    protected final void addTool(Component tool) {
        head.addActions(tool);
    }

    protected final TimeWords times() {
        return TimeWords.here(services.clock());
    }

    protected final ListState state() {
        return state;
    }

    @Override
    protected final ListSource<T> source() {
        return source;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (grid.getColumns().isEmpty()) {
            selection.offer(bulkActions(), master);
            columns(grid);
            look.take(narrow());
        }
        newRows.follow(event.getUI(), services.live());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showUrl(event.getLocation().getQueryParameters());
    }

    /** Shows what the URL says. */
    void showUrl(QueryParameters parameters) {
        ListState wanted = url.read(parameters);
        boolean sameRows = showing
                && wanted.q().equals(state.q())
                && wanted.scope().equals(state.scope())
                && wanted.sort().equals(state.sort());
        state = wanted;
        look.show(state.columns());
        if (!sameRows) {
            try {
                FilterExpression expression = FilterExpression.parse(state.q());
                showRows();
                filterBar.showFilter(expression);
            } catch (InvalidRequest e) {
                filterBar.showText(state.q());
                filterBar.showProblem(e);
                showInstead(EmptyState.notUnderstood(() -> filter("", true)));
            }
        }
        showDetail();
    }

    private void chooseColumns(List<String> keys) {
        state = state.withColumns(keys);
        url.rewrite(state);
        views.show(state.shown());
    }

    /** A saved view; it is a place of its own in the history. */
    private void showView(Shown shown) {
        url.navigate(ListState.of(shown));
    }

    @Override
    public boolean followsScope() {
        return source.terms().stream()
                .map(FilterTerm::name)
                .anyMatch(name -> name.equals("namespace") || name.equals("cluster"));
    }

    @Override
    public void showScope(Scope scope) {
        state = state.withScope(scope).withSelected(null);
        url.push(state);
        showRows();
        showDetail();
    }

    /**
     * Replaces the filter; what is not understood leaves the list as it is and says so at the field.
     *
     * @param finished the last term is complete; one still being typed that matches nothing leaves the list, too
     */
    protected final void filter(String filter, boolean finished) {
        try {
            FilterExpression expression = FilterExpression.parse(filter);
            int found = source.count(scoped(filter));
            if (finished || found > 0) {
                state = state.withFilter(filter.strip());
                url.rewrite(state);
                showRows();
            } else {
                filterBar.showMatches("0 match so far");
            }
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
            url.leave(page.get(), state.scope());
            return;
        }
        state = state.withSelected(id);
        url.push(state);
        showDetail();
    }

    /** Asks about an action on one row, as the bar does for those that are ticked. */
    protected final void act(BulkAction action, UUID id) {
        selection.start(action, List.of(id));
    }

    /** Reads the rows and the open one anew, after one of them was changed. */
    protected final void reread() {
        showRows();
        showDetail();
    }

    private void showRows() {
        String sort = state.sort().isEmpty() ? page.defaultSort() : state.sort();
        String q = scoped(state.q());
        showing = false;
        try {
            matches = source.count(q);
            newRows.seen(q, matches);
            grid.show(q, sort, matches);
            banners.removeAll();
            services.silent().banners(state.scope(), times()).forEach(banners::add);
            warnings().forEach(banners::add);
            OtherWorkloads.line(source, page, state).ifPresent(banners::add);
        } catch (InvalidRequest e) {
            throw e;
        } catch (RuntimeException e) {
            showInstead(EmptyState.failed(e, source.noun(), this::reread));
            return;
        }
        showing = true;
        count.setText(countWords(matches));
        filterBar.showMatches(Counted.capped(matches) + (matches == 1 ? " match" : " matches"));
        selection.matching(q, matches);
        if (export != null) {
            export.show(q, sort);
        }
        views.show(state.shown());
        neighbours.ifPresent(links -> links.showScope(state.scope()));
        above.removeAll();
        (matches == 0 ? Optional.<Component>empty() : above(q, matches)).ifPresent(above::add);
        body.removeAll();
        body.add(matches == 0 ? empty(state) : opened.component());
    }

    private void showInstead(EmptyState instead) {
        count.setText("");
        filterBar.showMatches("");
        banners.removeAll();
        above.removeAll();
        body.removeAll();
        body.add(instead);
    }

    /** A filter with the scope in it, as far as the list knows its terms. */
    private String scoped(String filter) {
        Set<String> terms = source.terms().stream().map(FilterTerm::name).collect(Collectors.toSet());
        return (state.scope().toFilter(terms) + " " + filter).strip();
    }

    private void showDetail() {
        look.makeRoom(state.selected() != null);
        opened.show(state.selected(), matches, this::detail);
        if (state.selected() != null && matches == 0) {
            body.removeAll();
            body.add(opened.component());
        }
    }
}
