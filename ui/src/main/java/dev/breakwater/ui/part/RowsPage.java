package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a page says of its rows; {@link ListView} shows them. */
abstract class RowsPage<T> extends Div {

    /** Where the rows come from. */
    protected abstract ListSource<T> source();

    /** Adds the columns. */
    protected abstract void columns(DataGrid<T> grid);

    /** What stands beside the list for one row; lists whose rows have a page of their own override {@link #pageOf}. */
    protected Component detail(ListView.Opened<T> opened) {
        throw new IllegalStateException("rows open beside the list, but no detail is given");
    }

    /** The page of a row, where rows have their own; empty = they open beside the list. */
    protected Optional<String> pageOf(UUID id) {
        return Optional.empty();
    }

    /** What stands in place of a list that has no rows. */
    protected abstract EmptyState empty(ListState state);

    /** What the reader must know before trusting the rows, besides that a cluster is silent. */
    protected List<Component> warnings() {
        return List.of();
    }

    /** What stands above the rows and is made of those that match, such as a chart. */
    protected Optional<Component> above(String q, int matches) {
        return Optional.empty();
    }

    /** The row where there is no room for columns. */
    protected NarrowRow<T> narrow() {
        return new NarrowRow<>(row -> "", source()::nameOf, row -> "", row -> "");
    }

    /** What can be done to many rows; none = rows cannot be ticked. */
    protected List<BulkAction> bulkActions() {
        return List.of();
    }

    /** Links to the neighbours of this list, under its head; those that are {@link Scoped} follow the scope. */
    protected Optional<Component> tabs(String path) {
        return Optional.empty();
    }

    /** Switches and buttons of the list's own, in its head. */
    protected Component[] tools() {
        return new Component[0];
    }

    /** What stands before the filter and is another way to say a part of it. */
    protected Optional<Component> filterLead() {
        return Optional.empty();
    }

    /** How many there are, beside the title. */
    protected String countWords(int matches) {
        return Counted.capped(matches);
    }
}
