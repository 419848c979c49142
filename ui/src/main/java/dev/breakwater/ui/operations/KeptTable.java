package dev.breakwater.ui.operations;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.breakwater.central.operations.KeptData;
import dev.breakwater.central.operations.Sizes;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Data that grows: how large it is, where that leads, and when it was last cleared. */
final class KeptTable extends NativeTable {

    KeptTable(List<KeptData> kept, TimeWords times) {
        addClassName("bw-table");
        setCaptionText("Data that grows");
        NativeTableRow head = getHead().addRow();
        for (String title : List.of("What", "Name", "Kept for", "Size", "In 90 days", "Last cleared")) {
            head.addHeaderCell().setText(title);
        }
        kept.forEach(data -> row(data, times));
    }

    private void row(KeptData data, TimeWords times) {
        NativeTableRow row = getBody().addRow();
        row.addHeaderCell()
                .setText(data.what().substring(0, 1).toUpperCase(Locale.ROOT)
                        + data.what().substring(1));
        row.addDataCell().add(Markup.text("bw-second", data.name()));
        row.addDataCell().setText(data.days() + " days");
        row.addDataCell().setText(Sizes.shown(data.bytes()));
        Long foretold = data.bytesIn90Days();
        row.addDataCell()
                .add(
                        foretold == null
                                ? Markup.text("bw-meta", "known after two days")
                                : Markup.text("", "about " + Sizes.shown(foretold)));
        NativeTableCell last = row.addDataCell();
        Instant at = data.lastRun();
        if (at == null) {
            last.add(Markup.text("bw-meta", "not yet"));
        } else {
            last.add(Markup.text(
                    data.problem().isEmpty() ? "" : "bw-sight-bad",
                    times.ago(at) + ", "
                            + (data.problem().isEmpty()
                                    ? Counted.of(data.deleted(), "row", "rows") + " deleted"
                                    : data.problem())));
        }
    }
}
