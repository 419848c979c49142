package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.ImageReport.Installed;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.risk.RiskNavigation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where it is: workload, image, the layer that brought it, package, version. */
final class AffectedCard extends Div {

    private static final int SHOWN = 25;

    /** Images whose layers are read. */
    private static final int IMAGES = 10;

    private final transient VulnerabilityDesk desk;
    private final transient Map<String, Map<Integer, Installed>> packages = new HashMap<>();

    AffectedCard(VulnerabilityDesk desk, String id, Page<FindingRow> affected, TimeWords times) {
        this.desk = desk;
        addClassName("bw-card");
        String all =
                VulnerabilitiesNavigation.filtered(VulnerabilitiesNavigation.FINDINGS, KeyedSource.term("cve", id));
        List<FindingRow> rows = affected.items();
        boolean more = rows.size() > SHOWN || affected.nextPageToken() != null;
        add(Markup.box(
                "bw-card-top",
                new CardHead("Where is it?", rows.isEmpty() ? "" : "workload, image, layer, package"),
                more
                        ? Markup.link(
                                all,
                                affected.nextPageToken() == null ? "All " + Counted.number(rows.size()) : "All of them")
                        : Markup.text("", "")));
        if (rows.isEmpty()) {
            add(Markup.paragraph("It was found in no workload that you may see."));
            return;
        }
        FactTable table =
                new FactTable("Where it is", List.of("Workload", "Image", "Layer", "Package", "State", "Since"));
        rows.stream()
                .limit(SHOWN)
                .forEach(row -> table.row(
                        Markup.box(
                                "bw-stack",
                                Markup.link(
                                        RiskNavigation.of(row.workload().id()),
                                        row.workload().name()),
                                Markup.text(
                                        "bw-meta",
                                        row.workload().namespace() + " in "
                                                + row.workload().cluster())),
                        image(row),
                        Markup.text("bw-second", layer(row)),
                        Markup.box(
                                "bw-stack",
                                Markup.text("bw-wrap-anywhere", row.finding().name()),
                                Markup.text(
                                        "bw-meta bw-wrap-anywhere",
                                        row.finding().version())),
                        Markup.text("bw-second", state(row)),
                        Markup.text("bw-second", times.age(row.since()))));
        add(table);
    }

    private static com.vaadin.flow.component.Component image(FindingRow row) {
        int at = row.image().indexOf('@');
        var link = Markup.link(
                ImagesNavigation.vulnerabilitiesOf(row.digest()),
                at < 0 ? row.image() : row.image().substring(0, at));
        link.addClassName("bw-wrap-anywhere");
        link.setTitle(row.image());
        return Markup.box("", link);
    }

    private static String state(FindingRow row) {
        if (!row.finding().undecided().isEmpty()) {
            return VulnerabilityWords.UNDECIDED;
        }
        return switch (row.state()) {
            case OBSERVED -> "counts";
            case DEFERRED -> "put off";
            case FALSE_POSITIVE -> "does not apply";
        };
    }

    private String layer(FindingRow row) {
        if (!packages.containsKey(row.digest()) && packages.size() >= IMAGES) {
            return "see the image";
        }
        Installed installed = packages.computeIfAbsent(row.digest(), this::read)
                .get(row.finding().packageId());
        return installed == null || installed.layerIndex() < 0
                ? "not told"
                : String.valueOf(installed.layerIndex() + 1);
    }

    private Map<Integer, Installed> read(String digest) {
        Map<Integer, Installed> byId = new HashMap<>();
        try {
            desk.images().packages(digest, desk.reader()).forEach(one -> byId.putIfAbsent(one.id(), one));
        } catch (NotFound e) {
            // It went since the findings were read; its layer is then not told.
            return byId;
        }
        return byId;
    }
}
