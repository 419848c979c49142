package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.breakwater.central.compliance.Compliance.Cell;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PlainText;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Standards down, clusters across; each cell a link, with the share that passed and the share that is unknown. */
final class HeatMap extends NativeTable {

    /** From which percent on a cell has which tint, the lightest first. */
    private static final int[] BANDS = {90, 75, 50, 25};

    HeatMap(List<Standard> standards, List<Cell> cells, Chosen chosen) {
        addClassNames("bw-table", "bw-heat");
        setCaptionText("How much of each standard each cluster meets");
        Map<UUID, String> clusters = cells.stream()
                .collect(Collectors.toMap(Cell::clusterId, Cell::cluster, (a, b) -> a, java.util.LinkedHashMap::new));
        Map<String, Cell> byPlace = cells.stream()
                .collect(Collectors.toMap(cell -> cell.standard() + cell.clusterId(), Function.identity()));
        NativeTableRow head = getHead().addRow();
        head.addHeaderCell().setText("Standard");
        clusters.values().forEach(name -> head.addHeaderCell().add(Markup.text("", name)));
        for (Standard standard : standards) {
            NativeTableRow row = getBody().addRow();
            row.addHeaderCell().add(Markup.text("bw-name", standard.name()));
            clusters.keySet().forEach(cluster -> {
                Cell cell = byPlace.get(standard.id() + cluster);
                if (cell != null) {
                    NativeTableCell data = row.addDataCell();
                    data.getElement().setAttribute("data-label", PlainText.of(cell.cluster()));
                    fill(data, cell, chosen);
                }
            });
        }
    }

    private static void fill(NativeTableCell cell, Cell of, Chosen chosen) {
        Tally tally = of.controls();
        boolean open = of.standard().equals(chosen.standard()) && of.clusterId().equals(chosen.cluster());
        Anchor link = Markup.link(chosen.in(of.standard(), of.clusterId()).href(), "");
        link.removeClassName("bw-link");
        link.addClassNames("bw-heat-cell", tint(tally));
        if (open) {
            link.getElement().setAttribute("aria-current", "true");
        }
        if (tally.counted() == 0) {
            link.add(Markup.text("bw-meta", tally.manual() > 0 ? tally.manual() + " for people" : "nothing to check"));
        } else {
            link.add(
                    Markup.box(
                            "bw-heat-figure",
                            Markup.text("", String.valueOf(tally.percent())),
                            Markup.text("bw-heat-sign", "\u00a0%")),
                    Markup.text(
                            "bw-heat-note",
                            tally.unknownPercent() + "\u00a0% unknown"
                                    + (tally.excepted() == 0 ? "" : ", " + tally.excepted() + " excepted")));
            if (of.attested() > 0) {
                link.add(Markup.text("bw-heat-note", of.attested() + " by a person's word"));
            }
            if (tally.manual() > 0) {
                link.add(Markup.text(
                        "bw-heat-note", tally.manual() + (tally.manual() == 1 ? " needs a person" : " need a person")));
            }
            var share = Markup.box("bw-heat-share");
            share.setWidth(tally.percent() + "%");
            link.add(share);
            if (tally.unknown() > 0) {
                var strip = Markup.box("bw-heat-unknown bw-hatch");
                strip.setWidth(tally.unknownPercent() + "%");
                link.add(strip);
            }
        }
        cell.add(link);
    }

    /** Darker where fewer passed; where nothing fails, what is merely unknown is hatched and not dark. */
    static String tint(Tally tally) {
        if (tally.counted() == 0 || tally.failed() == 0) {
            return "bw-heat-0";
        }
        int band = 0;
        while (band < BANDS.length && tally.percent() < BANDS[band]) {
            band++;
        }
        return "bw-heat-" + band;
    }
}
