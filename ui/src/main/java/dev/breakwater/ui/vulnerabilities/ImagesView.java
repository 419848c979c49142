package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.ImageCells;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong, one row for each image that was looked into. */
@Route(VulnerabilitiesNavigation.IMAGES)
@PageTitle("Vulnerabilities by image · Breakwater")
@PermitAll
class ImagesView extends VulnerabilityList<VulnerableImageRow> {

    private final VulnerableImageSource images;

    ImagesView(VulnerableImageSource images, VulnerabilityDesk desk, VulnerabilityTerms terms) {
        super(Gathered.IMAGE, images, "-critical,-high", desk, terms);
        this.images = images;
    }

    @Override
    Gathered gathered() {
        return Gathered.IMAGE;
    }

    @Override
    protected void columns(DataGrid<VulnerableImageRow> grid) {
        TimeWords times = times();
        grid.column(
                        "Image",
                        ImageCells.TEMPLATE + "<span class=\"bw-note\">${item.note}</span>",
                        Map.of(
                                "imageWhole", row -> String.join("\n", row.names()) + "\n" + row.digest(),
                                "imageHead", row -> ImageCells.head(VulnerableImageSource.name(row)),
                                "imageTail", row -> ImageCells.tail(VulnerableImageSource.name(row)),
                                "note", ImagesView::note))
                .setKey("image")
                .setWidth("210px")
                .setFlexGrow(4)
                .setRowHeader(true);
        counts(grid, VulnerableImageRow::counts);
        DataGrid.sortedBy(number(grid, "Fixable grave", "118px", VulnerableImageRow::fixableHigh), "fixableHigh");
        number(grid, "Exploited", "80px", VulnerableImageRow::exploited).setKey("exploited");
        epss(grid, VulnerableImageRow::epss, VulnerableImageRow::counts);
        grid.column(
                        "Unknown",
                        "<span class=\"bw-unspoken\" title=\"${item.title}\"><span class=\"bw-hatch-mark\" ?hidden=\"${item.none}\">"
                                + "</span>${item.words}</span>",
                        Map.of(
                                "none", UnknownPackages::isNone,
                                "words", UnknownPackages::words,
                                "title",
                                        row -> VulnerabilityWords.unspoken(
                                                row.unspoken(), row.outdated(), row.packages())))
                .setKey("unknown")
                .setWidth("100px")
                .setFlexGrow(0);
        DataGrid.sortedBy(number(grid, "Workloads", "98px", VulnerableImageRow::workloads), "workloads");
        grid.text("System", "", "92px", ImagesView::system);
        grid.text("Built", "", "80px", row -> row.builtAt() == null ? "not said" : times.age(row.builtAt()))
                .setFlexGrow(0);
        grid.text("Scanned", "scannedAt", "86px", row -> times.age(row.scannedAt()))
                .setFlexGrow(0);
    }

    /** That there is none is known only where all was read. */
    private static String system(VulnerableImageRow row) {
        return row.operatingSystem().isEmpty() ? row.complete() ? "none" : "unknown" : row.operatingSystem();
    }

    private static String note(VulnerableImageRow row) {
        return Stream.of(
                        row.complete() ? "" : "read in part",
                        VulnerabilityWords.decided(row.deferred(), row.falsePositive()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @Override
    protected Optional<String> pageOf(UUID id) {
        return images.key(id).map(ImagesNavigation::vulnerabilitiesOf);
    }

    @Override
    protected NarrowRow<VulnerableImageRow> narrow() {
        return new NarrowRow<>(
                row -> worst(row.counts()),
                VulnerableImageSource::name,
                row -> row.counts().critical() + " critical, " + row.counts().high() + " high, " + row.fixableHigh()
                        + " fixable",
                row -> Counted.of(row.workloads(), "workload", "workloads"));
    }
}
