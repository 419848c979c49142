package dev.breakwater.ui.coverage;

import com.vaadin.flow.component.Component;
import dev.breakwater.central.overview.Coverage.ImageScans;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.Set;

/** How far the images that each cluster runs were looked into. */
final class ImageScanTable extends FactTable {

    ImageScanTable(List<ImageScans> clusters) {
        super(
                "Images that were looked into",
                List.of(
                        "Cluster",
                        "Looked into",
                        "In part",
                        "Told",
                        "Stale",
                        "Failed",
                        "Not yet",
                        "of these only a tag"),
                Set.of(1, 2, 3, 4, 5, 6, 7));
        clusters.forEach(one -> row(
                Markup.text("bw-name", one.cluster()),
                number(one, "complete", one.complete()),
                number(one, "incomplete", one.incomplete()),
                number(one, "told", one.told()),
                number(one, "stale", one.stale()),
                number(one, "failed", one.failed()),
                number(one, "unscanned", one.unscanned()),
                Markup.text("bw-number", Counted.number(one.unresolved()))));
    }

    private static Component number(ImageScans of, String state, long images) {
        return images == 0
                ? Markup.text("bw-number", Counted.number(images))
                : Markup.link(
                        InventoryNavigation.filtered(
                                InventoryNavigation.IMAGES, "scan:" + state + " cluster:" + of.clusterId()),
                        Counted.number(images));
    }
}
