package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.breakwater.ui.part.Drawing.Cell;
import dev.breakwater.ui.part.Drawing.Line;
import dev.breakwater.ui.part.Drawing.Sheet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same data as a chart, as a table and as CSV. */
final class ChartTable extends Div {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    ChartTable(Drawing drawing) {
        addClassName("bw-chart-table");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "The chart as a table");
        drawing.sheets().forEach(sheet -> add(table(sheet)));
    }

    private static NativeTable table(Sheet sheet) {
        NativeTable table = new NativeTable();
        table.addClassName("bw-table");
        table.setCaptionText(sheet.caption());
        NativeTableRow head = table.getHead().addRow();
        sheet.headers().forEach(header -> head.addHeaderCell().setText(header));
        for (Line line : sheet.fromEnd() ? sheet.lines().reversed() : sheet.lines()) {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().add(shown(line.target(), line.name()));
            for (Cell one : line.cells()) {
                NativeTableCell cell = row.addDataCell();
                cell.addClassName("bw-number");
                cell.add(shown(one.target(), one.shown()));
            }
        }
        return table;
    }

    private static Component shown(String target, String text) {
        return target.isEmpty() ? Markup.text("", text) : Markup.link(target, text);
    }

    /** One table after the other, parted by an empty line. */
    static String csv(Drawing drawing) {
        return drawing.sheets().stream().map(ChartTable::csv).collect(Collectors.joining("\r\n"));
    }

    private static String csv(Sheet sheet) {
        StringBuilder csv = new StringBuilder(line(sheet.headers()));
        for (Line line : sheet.lines()) {
            csv.append(line(
                    Stream.concat(Stream.of(line.name()), line.cells().stream().map(Cell::plain))
                            .toList()));
        }
        return csv.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ChartTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe in front: names come from clusters. */
    private static String cell(String text) {
        boolean number = text.matches("-?\\d+(\\.\\d+)?");
        String shown = !number && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return shown.matches("[^\",\r\n]*") ? shown : '"' + shown.replace("\"", "\"\"") + '"';
    }
}
