package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.images.ImageReport.State;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.images.ImageRow;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.images.BillUpload;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.registries.RegistryHint;
import dev.breakwater.ui.registries.ScanActions;
import dev.breakwater.ui.registries.UnseenBanner;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The images that workloads declare or run. */
@Route(InventoryNavigation.IMAGES)
@PageTitle("Images · Breakwater")
@PermitAll
class ImagesView extends InventoryList<ImageRow> {

    private final transient ScanActions scans;
    private final transient UnseenBanner unseen;
    private final transient ImageReports reports;
    private final transient Readers readers;

    ImagesView(
            ImageSource images,
            ScanActions scans,
            BillUpload upload,
            RegistryHint hint,
            ImageReports reports,
            Readers readers,
            ListServices services) {
        super(
                images,
                InventoryNavigation.IMAGES,
                "Images",
                "What workloads declare or run. A tag without a digest may name another content tomorrow.",
                "-workloads",
                services);
        this.scans = scans;
        this.unseen = hint.banner();
        this.reports = reports;
        this.readers = readers;
        addTool(upload.button());
    }

    @Override
    protected List<Component> warnings() {
        return unseen.of(state().scope());
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return List.of(scans.scan("Scan", UUID::toString));
    }

    /** What was looked into, with its date; the rest is hatched. */
    private static String scanned(ImageRow row, TimeWords times) {
        String age = row.scannedAt() == null ? "" : times.age(row.scannedAt());
        return switch (row.scan()) {
            case COMPLETE -> age;
            case INCOMPLETE -> age + ", in part";
            case TOLD -> age + ", told";
            case STALE -> age + ", stale";
            case FAILED -> "failed";
            case UNSCANNED -> "never";
        };
    }

    @Override
    protected void columns(DataGrid<ImageRow> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Image",
                                "<span class=\"bw-object\" title=\"${item.whole}\"><span class=\"bw-icon bw-icon-image\"></span>"
                                        + "<span>${item.name}</span></span>",
                                Map.of("whole", ImageRow::name, "name", ImagesView::shortName)),
                        "name")
                .setWidth("300px")
                .setFlexGrow(4)
                .setRowHeader(true);
        grid.text("Registry", "", "150px", ImageRow::registry);
        grid.text(
                        "System",
                        "",
                        "100px",
                        row -> row.scannedAt() == null
                                ? "unknown"
                                : row.operatingSystem().isEmpty() ? "none" : row.operatingSystem())
                .setFlexGrow(0);
        grid.column(
                        "Scanned",
                        "<span class=\"bw-scanned\"><span class=\"bw-hatch-mark\" ?hidden=\"${item.known}\"></span>"
                                + "<span class=\"bw-second\">${item.words}</span></span>",
                        Map.of(
                                "known", row -> row.scan() == State.COMPLETE || row.scan() == State.STALE,
                                "words", row -> scanned(row, times)))
                .setKey("scanned")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.column(
                        "Packages",
                        "<span class=\"bw-number\">${item.count}</span>",
                        Map.of("count", row -> row.scannedAt() == null ? "" : Counted.number(row.packages())))
                .setKey("packages")
                .setWidth("84px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.text("Digest", "", "130px", row -> row.digest() == null ? "unresolved" : shortDigest(row.digest()));
        grid.text("Built", "", "100px", row -> row.builtAt() == null ? "unknown" : times.age(row.builtAt()))
                .setFlexGrow(0);
        DataGrid.sortedBy(
                        grid.column(
                                "Workloads",
                                "<span class=\"bw-number\">${item.count}</span>",
                                Map.of("count", row -> Counted.number(row.workloads()))),
                        "workloads")
                .setWidth("100px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.text("First seen", "firstSeenAt", "100px", row -> times.age(row.firstSeenAt()))
                .setFlexGrow(0);
    }

    @Override
    protected NarrowRow<ImageRow> narrow() {
        return new NarrowRow<>(
                row -> "",
                ImagesView::shortName,
                row -> row.registry() + (row.digest() == null ? ", unresolved" : ""),
                row -> Counted.of(row.workloads(), "workload", "workloads"));
    }

    @Override
    protected Component detail(Opened<ImageRow> opened) {
        ImageRow row = opened.row();
        TimeWords times = times();
        String q = new FilterExpression(List.of()).and("image", row.name()).toString();
        Span digest = Markup.text("bw-code", row.digest() == null ? "unresolved: only the tag is known" : row.digest());
        return new FactPane(opened, "image", "image", shortName(row), List.of(row.registry()), this::openRow)
                .fact(
                        "Inside",
                        Markup.link(
                                ImagesNavigation.of(row.id().toString()), "layers, packages, configuration, secrets"))
                .fact("Scanned", looked(row, times))
                .fact("Repository", row.repository())
                .fact("Tag", row.tag().isEmpty() ? "none" : row.tag())
                .fact("Digest", digest)
                .fact("Built", row.builtAt() == null ? "nobody told" : times.exact(row.builtAt()))
                .fact("Facts from", row.factsFrom().isEmpty() ? "nobody has looked at it" : row.factsFrom())
                .fact("First seen", times.exact(row.firstSeenAt()))
                .fact(
                        "Used by",
                        Markup.link(
                                InventoryNavigation.filtered(q) + "&scope=workloads:all",
                                Counted.of(row.workloads(), "workload", "workloads")));
    }

    /** When somebody looked inside; where that says not all, why. */
    private String looked(ImageRow row, TimeWords times) {
        String words = scanned(row, times);
        if (row.scan() == State.COMPLETE) {
            return words;
        }
        try {
            return words + ": "
                    + reports.get(row.id().toString(), readers.scope()).reason();
        } catch (NotFound e) {
            // It went since the list was read.
            return words;
        }
    }

    private static String shortName(ImageRow row) {
        return row.repository() + (row.tag().isEmpty() ? "" : ":" + row.tag());
    }

    private static String shortDigest(String digest) {
        int colon = digest.indexOf(':');
        return digest.substring(colon + 1, Math.min(digest.length(), colon + 13));
    }
}
