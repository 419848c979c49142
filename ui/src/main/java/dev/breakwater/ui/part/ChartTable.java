package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.breakwater.ui.part.ChartSpec.Flow;
import dev.breakwater.ui.part.ChartSpec.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The same data as a chart, as a table and as CSV. */
final class ChartTable extends Div {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    ChartTable(ChartSpec spec) {
        addClassName("bw-chart-table");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "The chart as a table");
        add(table(spec.sentence(), spec.axis(), spec.categories(), spec.series()));
        Flow flow = spec.flow();
        if (flow != null) {
            add(table(
                    flow.in().name() + " and " + flow.out().name(),
                    "Span",
                    flow.spans(),
                    List.of(flow.in(), flow.out())));
        }
    }

    private static NativeTable table(String caption, String axis, List<String> categories, List<Series> series) {
        NativeTable table = new NativeTable();
        table.addClassName("bw-table");
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText(axis);
        series.forEach(one -> head.addHeaderCell().setText(one.name()));
        for (int i = categories.size() - 1; i >= 0; i--) {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(categories.get(i));
            for (Series one : series) {
                NativeTableCell cell = row.addDataCell();
                cell.addClassName("bw-number");
                String number = Counted.number(one.values().get(i));
                boolean leads =
                        i < one.targets().size() && !one.targets().get(i).isEmpty();
                cell.add(leads ? Markup.link(one.targets().get(i), number) : Markup.text("", number));
            }
        }
        return table;
    }

    /** One table after the other, parted by an empty line. */
    static String csv(ChartSpec spec) {
        StringBuilder csv = new StringBuilder(csv(spec.axis(), spec.categories(), spec.series()));
        Flow flow = spec.flow();
        if (flow != null) {
            csv.append("\r\n").append(csv("Span", flow.spans(), List.of(flow.in(), flow.out())));
        }
        return csv.toString();
    }

    private static String csv(String axis, List<String> categories, List<Series> series) {
        StringBuilder csv = new StringBuilder();
        List<String> head = new ArrayList<>();
        head.add(axis);
        series.forEach(one -> head.add(one.name()));
        csv.append(line(head));
        for (int i = 0; i < categories.size(); i++) {
            List<String> cells = new ArrayList<>();
            cells.add(categories.get(i));
            for (Series one : series) {
                cells.add(one.values().get(i).toString());
            }
            csv.append(line(cells));
        }
        return csv.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ChartTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe in front: names come from clusters. */
    private static String cell(String text) {
        boolean number = text.matches("-?\\d+");
        String shown = !number && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return shown.matches("[^\",\r\n]*") ? shown : '"' + shown.replace("\"", "\"\"") + '"';
    }
}
