package dev.breakwater.ui.operations;

import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.operations.KeptData;
import dev.breakwater.central.operations.Sizes;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Data that grows: how large it is, where that leads, and when it was last cleared. */
final class KeptTable extends FactTable {

    KeptTable(List<KeptData> kept, TimeWords times) {
        super(
                "Data that grows",
                List.of("What", "Name", "Kept for", "Size", "In 90 days", "Last cleared"),
                Set.of(2, 3, 4));
        kept.forEach(data -> row(data, times));
    }

    private void row(KeptData data, TimeWords times) {
        Long foretold = data.bytesIn90Days();
        row(
                Markup.text(
                        "",
                        data.what().substring(0, 1).toUpperCase(Locale.ROOT)
                                + data.what().substring(1)),
                Markup.text("bw-second", data.name()),
                Markup.text("bw-nowrap", data.days() + " days"),
                Markup.text("bw-nowrap", Sizes.shown(data.bytes())),
                foretold == null
                        ? Markup.text("bw-meta bw-nowrap", "known after two days")
                        : Markup.text("", "about " + Sizes.shown(foretold)),
                cleared(data, times));
    }

    private static Span cleared(KeptData data, TimeWords times) {
        Instant at = data.lastRun();
        if (at == null) {
            return Markup.text("bw-meta", "not yet");
        }
        return Markup.text(
                data.problem().isEmpty() ? "" : "bw-sight-bad",
                times.ago(at) + ", "
                        + (data.problem().isEmpty()
                                ? Counted.of(data.deleted(), "row", "rows") + " deleted"
                                : data.problem()));
    }
}
