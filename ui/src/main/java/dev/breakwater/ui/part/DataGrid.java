package dev.breakwater.ui.part;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.breakwater.central.platform.ListRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A grid over a keyset list: reads pages when they come into sight, holds no row, sorts in the database only. */
public final class DataGrid<T> extends Grid<T> {

    private final ListSource<T> source;
    private @Nullable KeysetPages<T> pages;

    DataGrid(ListSource<T> source) {
        this.source = source;
        setPageSize(ListRequest.DEFAULT_PAGE_SIZE);
        setSizeFull();
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("bw-grid");
        setSelectionMode(SelectionMode.SINGLE);
        setMultiSort(false);
    }

    /**
     * A column whose cells are drawn by the browser.
     *
     * @param template of Lit, with {@code item.name} for each of the values
     */
    public Column<T> column(String header, String template, Map<String, ValueProvider<T, ?>> values) {
        LitRenderer<T> renderer = LitRenderer.of(template);
        values.forEach(renderer::withProperty);
        return addColumn(renderer).setHeader(header).setResizable(true);
    }

    /** Marks a column as sortable by a field of the list. */
    public static <T> Column<T> sortedBy(Column<T> column, String field) {
        return column.setKey(field).setSortable(true).setSortProperty(field);
    }

    /** Shows the rows that match, from the first. */
    void show(String q, String sort, int count) {
        KeysetPages<T> shown = new KeysetPages<>(source::page, q, sort);
        pages = shown;
        setItems(new Rows<>(source, shown, count));
        sort(ordersOf(sort));
    }

    java.util.Optional<KeysetPages.Place<T>> place(T row) {
        return pages == null ? java.util.Optional.empty() : pages.place(source.idOf(row), source::idOf);
    }

    /** The order as the lists take it. */
    static <T> String sortText(List<GridSortOrder<T>> orders) {
        return orders.stream()
                .map(order -> (order.getDirection() == SortDirection.DESCENDING ? "-" : "")
                        + order.getSorted().getKey())
                .collect(Collectors.joining(","));
    }

    private List<GridSortOrder<T>> ordersOf(String sort) {
        List<GridSortOrder<T>> orders = new ArrayList<>();
        for (String part : sort.split(",")) {
            boolean descending = part.startsWith("-");
            Column<T> column = getColumnByKey(descending ? part.substring(1) : part);
            if (column != null && orders.isEmpty()) {
                orders.add(
                        new GridSortOrder<>(column, descending ? SortDirection.DESCENDING : SortDirection.ASCENDING));
            }
        }
        return orders;
    }

    private static final class Rows<T> extends AbstractBackEndDataProvider<T, Void> {

        private final transient ListSource<T> source;
        private final transient KeysetPages<T> pages;
        private final int count;

        Rows(ListSource<T> source, KeysetPages<T> pages, int count) {
            this.source = source;
            this.pages = pages;
            this.count = count;
        }

        @Override
        protected Stream<T> fetchFromBackEnd(Query<T, Void> query) {
            return pages.rows(query.getOffset(), query.getLimit()).stream();
        }

        @Override
        protected int sizeInBackEnd(Query<T, Void> query) {
            return count;
        }

        @Override
        public Object getId(T item) {
            return source.idOf(item);
        }
    }
}
