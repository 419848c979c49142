package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A grid over a keyset list: reads pages when they come into sight, holds no row, sorts in the database only. */
public final class DataGrid<T> extends Grid<T> {

    /** Key of the column of check boxes. */
    static final String CHECK = "check";

    /** Key of the column of two lines. */
    static final String NARROW = "narrow";

    private static final int LONGEST_RANGE = 999;

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
        values.forEach((name, value) -> renderer.withProperty(name, row -> shown(value.apply(row))));
        return addColumn(renderer).setHeader(header).setResizable(true);
    }

    /** A value as the row shows it, see {@link PlainText}. */
    static @Nullable Object shown(@Nullable Object value) {
        return value instanceof String text ? PlainText.of(text) : value;
    }

    /** A text in the second colour; sortable if the field has a name. */
    public Column<T> text(String header, String field, String width, ValueProvider<T, ?> value) {
        Column<T> column = column(
                        header,
                        "<span class=\"bw-second\" title=\"${item.text}\">${item.text}</span>",
                        Map.of("text", value))
                .setWidth(width)
                .setFlexGrow(1);
        return field.isEmpty() ? column.setKey(header.toLowerCase(Locale.ROOT)) : sortedBy(column, field);
    }

    /** A first column of check boxes; a click with the shift key ticks all from the last one to here. */
    void checkColumn(CheckedRows<T> checked, Component head, Runnable changed) {
        addColumn(LitRenderer.<T>of("""
                        <input type="checkbox" class="bw-check" .checked="${item.checked}" aria-label="Select ${item.label}"
                        @click="${e => { e.stopPropagation(); check(e.target.checked, e.shiftKey, index); }}">""")
                        .withProperty("checked", checked::isChecked)
                        .withProperty("label", source::nameOf)
                        .withFunction("check", (row, arguments) -> {
                            int index = arguments.get(2).asInt();
                            boolean on = arguments.get(0).asBoolean();
                            List<T> rows = arguments.get(1).asBoolean() ? range(checked.anchor(), index) : List.of(row);
                            checked.checkRange(rows, index, on);
                            rows.forEach(getDataProvider()::refreshItem);
                            changed.run();
                        }))
                .setHeader(head)
                .setKey(CHECK)
                .setWidth("44px")
                .setFlexGrow(0)
                .setFrozen(true);
    }

    /** One cell of two lines, for where there is no room for columns. */
    void narrowColumn(NarrowRow<T> row) {
        column(
                        "",
                        """
                        <span class="bw-narrow"><span class="bw-narrow-first"><span class="bw-sev bw-sev-${item.severity}">
                        <span class="bw-shape"></span></span><span class="bw-name">${item.first}</span><span class="bw-meta">
                        ${item.end}</span></span><span class="bw-meta">${item.second}</span></span>""",
                        Map.of(
                                "severity", row.severity(),
                                "first", row.first(),
                                "second", row.second(),
                                "end", row.end()))
                .setKey(NARROW)
                .setVisible(false);
    }

    /** The rows between two numbers counted from 0, both included; the nearer thousand where they lie further apart. */
    private List<T> range(int from, int to) {
        int first = Math.max(Math.min(from < 0 ? to : from, to), to - LONGEST_RANGE);
        int last = Math.min(Math.max(from < 0 ? to : from, to), first + LONGEST_RANGE);
        return pages == null ? List.of() : pages.rows(first, last - first + 1);
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
