package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Set;

/**
 * A short table that is read whole. Each row is named by its first cell. Where there is no room for columns the cells of a row
 * stand under each other, each with the name of its column.
 */
public class FactTable extends NativeTable {

    private final List<String> headers;
    private final Set<Integer> numbers;

    /** @param caption what the table shows, for those who do not see it */
    public FactTable(String caption, List<String> headers) {
        this(caption, headers, Set.of());
    }

    /** @param numbers columns of numbers, counted from 0; they end at the right */
    public FactTable(String caption, List<String> headers, Set<Integer> numbers) {
        this.headers = List.copyOf(headers);
        this.numbers = Set.copyOf(numbers);
        addClassNames("bw-table", "bw-table-stacks");
        setCaptionText(caption);
        NativeTableRow head = getHead().addRow();
        for (int i = 0; i < headers.size(); i++) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(PlainText.of(headers.get(i)));
            cell.setClassName("bw-end", numbers.contains(i));
        }
    }

    /** @param cells one for each column */
    public final void row(Component... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headers.size() + " columns");
        }
        NativeTableRow row = getBody().addRow();
        row.addHeaderCell().add(cells[0]);
        for (int i = 1; i < cells.length; i++) {
            NativeTableCell cell = row.addDataCell();
            cell.add(cells[i]);
            cell.setClassName("bw-end", numbers.contains(i));
            cell.getElement().setAttribute("data-label", headers.get(i));
        }
    }
}
