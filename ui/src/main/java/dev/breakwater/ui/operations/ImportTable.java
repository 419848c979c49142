package dev.breakwater.ui.operations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.breakwater.central.transfer.ImportReport;
import dev.breakwater.central.transfer.ImportReport.Action;
import dev.breakwater.central.transfer.ImportReport.Difference;
import dev.breakwater.central.transfer.ImportReport.Item;
import dev.breakwater.central.transfer.ImportReport.SectionReport;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.stream.Collectors;

/** What a file brings, by section, and each item that is here in another form or cannot be taken in. */
final class ImportTable extends Div {

    private static final int SHOWN = 50;

    ImportTable(ImportReport report) {
        NativeTable counts =
                table("What the file brings", List.of("What", "New", "The same", "In another form", "Left out"));
        report.sections().stream().filter(ImportTable::hasItems).forEach(section -> {
            NativeTableRow row = counts.getBody().addRow();
            row.addHeaderCell().setText(section.what());
            number(row, section.create());
            number(row, section.same());
            number(row, section.keep() + section.overwrite());
            number(row, section.skip());
        });
        add(counts);
        List<Item> told = report.sections().stream()
                .flatMap(section -> section.items().stream())
                // New ones that give somebody power say what they are; others are only counted.
                .filter(item ->
                        item.action() != Action.CREATE || !item.differences().isEmpty())
                .toList();
        if (!told.isEmpty()) {
            NativeTable items = table("Items to look at", List.of("Item", "What becomes of it", "Why, or what it is"));
            told.stream().limit(SHOWN).forEach(item -> row(items, item));
            add(items);
        }
        if (told.size() > SHOWN) {
            add(Markup.text(
                    "bw-meta", "and " + (told.size() - SHOWN) + " more; POST /api/v1/import?dryRun=true lists them"));
        }
    }

    static boolean hasItems(SectionReport section) {
        return section.create()
                        + section.same()
                        + section.keep()
                        + section.overwrite()
                        + section.skip()
                        + section.items().size()
                > 0;
    }

    private static void row(NativeTable items, Item item) {
        NativeTableRow row = items.getBody().addRow();
        row.addHeaderCell().add(Markup.text("", item.key()));
        row.addDataCell().add(Markup.text("", words(item.action())));
        String differences = item.differences().stream()
                .map(difference -> words(item.action(), difference))
                .collect(Collectors.joining("; "));
        row.addDataCell().add(Markup.text("bw-second", item.why().isEmpty() ? differences : item.why()));
    }

    private static String words(Action action, Difference difference) {
        return action == Action.CREATE
                ? difference.component() + " “" + difference.wanted() + "”"
                : difference.component() + ": here “" + difference.here() + "”, in the file “" + difference.wanted()
                        + "”";
    }

    private static String words(Action action) {
        return switch (action) {
            case CREATE -> "is made";
            case KEEP -> "stays as it is here";
            case OVERWRITE -> "becomes as in the file";
            case CONFLICT -> "is in the way";
            case SKIP -> "is left out";
        };
    }

    private static NativeTable table(String caption, List<String> headers) {
        NativeTable table = new NativeTable();
        table.addClassName("bw-table");
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        headers.forEach(header -> head.addHeaderCell().setText(header));
        return table;
    }

    private static void number(NativeTableRow row, int value) {
        row.addDataCell().add(Markup.text(value == 0 ? "bw-meta" : "bw-number", String.valueOf(value)));
    }
}
