package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is wrong, one row for each vulnerability. */
@Route(VulnerabilitiesNavigation.PATH)
@PageTitle("Vulnerabilities · Breakwater")
@PermitAll
class CvesView extends VulnerabilityList<VulnerabilityRow> implements BeforeEnterObserver {

    private final VulnerabilitySource vulnerabilities;

    CvesView(VulnerabilitySource vulnerabilities, VulnerabilityDesk desk, VulnerabilityTerms terms) {
        super(Gathered.CVE, vulnerabilities, "-severity,-epss,-workloads", desk, terms);
        this.vulnerabilities = vulnerabilities;
    }

    @Override
    Gathered gathered() {
        return Gathered.CVE;
    }

    /** {@code ?view=image} and the like lead to the other lists. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        parameters
                .getSingleParameter("view")
                .flatMap(Gathered::named)
                .filter(wanted -> wanted != Gathered.CVE)
                .ifPresent(wanted -> event.forwardTo(wanted.path(), parameters.excluding("view")));
    }

    @Override
    protected Optional<Component> above(String q, int matches) {
        return RiskCloud.of(vulnerabilities, q, matches);
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return List.of(ask(Kind.DEFERRAL), ask(Kind.FALSE_POSITIVE));
    }

    @Override
    protected void columns(DataGrid<VulnerabilityRow> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Severity",
                                SeverityMark.TEMPLATE,
                                Map.of(
                                        "severity", row -> SeverityMark.css(row.severity()),
                                        "severityWord", row -> SeverityMark.word(row.severity()))),
                        "severity")
                .setWidth("96px")
                .setFlexGrow(0)
                .setFrozen(true);
        DataGrid.sortedBy(
                        grid.column(
                                "Vulnerability",
                                "<span class=\"bw-name\">${item.id}</span>"
                                        + "<span class=\"bw-kev\" title=\"${item.kevTitle}\" ?hidden=\"${!item.kev}\">exploited</span>"
                                        + "<span class=\"bw-note\" title=\"${item.summary}\">${item.summary}</span>",
                                Map.of(
                                        "id",
                                        VulnerabilityRow::id,
                                        "kev",
                                        row -> row.knownExploitedSince() != null,
                                        "kevTitle",
                                        row -> "known to be exploited since " + row.knownExploitedSince(),
                                        "summary",
                                        VulnerabilityRow::summary)),
                        "id")
                .setWidth("220px")
                .setFlexGrow(4)
                .setRowHeader(true);
        DataGrid.sortedBy(
                        grid.column(
                                "CVSS",
                                "<span class=\"bw-number\" title=\"${item.nvd}\">${item.score}</span>",
                                Map.of(
                                        "score", row -> VulnerabilityWords.score(row.cvss()),
                                        "nvd", row -> "NVD: " + VulnerabilityWords.score(row.nvdCvss()))),
                        "cvss")
                .setWidth("84px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        epss(grid, VulnerabilityRow::epss);
        grid.text("Fix", "", "60px", row -> row.fixable() ? "yes" : "none").setFlexGrow(0);
        DataGrid.sortedBy(number(grid, "Images", "72px", VulnerabilityRow::images), "images");
        DataGrid.sortedBy(number(grid, "Workloads", "92px", VulnerabilityRow::workloads), "workloads");
        grid.text("State", "", "96px", CvesView::state).setFlexGrow(1);
        grid.text("First seen", "firstSeenAt", "88px", row -> times.age(row.firstSeenAt()))
                .setFlexGrow(0);
        grid.text(
                        "Published",
                        "publishedAt",
                        "104px",
                        row -> row.publishedAt() == null ? "not said" : times.age(row.publishedAt()))
                .setFlexGrow(0);
    }

    private BulkAction ask(Kind kind) {
        return new AskFor(desk(), kind, id -> vulnerabilities.key(id).orElse(""), Place.EVERYWHERE);
    }

    /** Where it counts and where not. */
    private static String state(VulnerabilityRow row) {
        if (row.disputed()) {
            return "disputed";
        }
        if (row.undecided()) {
            return VulnerabilityWords.UNDECIDED;
        }
        if (row.deferred() + row.falsePositive() == 0) {
            return "counts";
        }
        String decided = row.deferred() > 0 ? row.deferred() + " put off" : "";
        String not = row.falsePositive() > 0 ? row.falsePositive() + " not applying" : "";
        return decided.isEmpty() ? not : not.isEmpty() ? decided : decided + ", " + not;
    }

    @Override
    protected Optional<String> pageOf(UUID id) {
        return vulnerabilities.key(id).map(VulnerabilitiesNavigation::cve);
    }

    @Override
    protected NarrowRow<VulnerabilityRow> narrow() {
        return new NarrowRow<>(
                row -> SeverityMark.css(row.severity()),
                VulnerabilityRow::id,
                row -> (row.knownExploitedSince() == null ? "" : "exploited, ") + "EPSS "
                        + VulnerabilityWords.percent(row.epss()) + ", "
                        + Counted.of(row.workloads(), "workload", "workloads"),
                row -> VulnerabilityWords.score(row.cvss()));
    }
}
