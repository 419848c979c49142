package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.SeverityMark;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Single findings: which package of which image of which workload has what. There are millions; a filter must narrow them. */
@Route(VulnerabilitiesNavigation.FINDINGS)
@PageTitle("Findings · Breakwater")
@PermitAll
class FindingsView extends ListView<FindingRow> {

    private final FindingSource findings;

    FindingsView(FindingSource findings, VulnerabilityDesk desk) {
        super(
                findings,
                new ListPage(
                        VulnerabilitiesNavigation.FINDINGS,
                        "Findings",
                        "Which package, in which image, of which workload, has what, and what mends it.",
                        "",
                        "-severity,workload"),
                desk.lists());
        this.findings = findings;
    }

    @Override
    protected Component[] tools() {
        return new Component[] {Markup.link(VulnerabilitiesNavigation.PATH, "Vulnerabilities")};
    }

    @Override
    protected void columns(DataGrid<FindingRow> grid) {
        DataGrid.sortedBy(
                        grid.column(
                                "Severity",
                                SeverityMark.TEMPLATE,
                                Map.of(
                                        "severity",
                                        row -> SeverityMark.css(row.finding().severity()),
                                        "severityWord",
                                        row -> SeverityMark.word(row.finding().severity()))),
                        "severity")
                .setWidth("96px")
                .setFlexGrow(0)
                .setFrozen(true);
        DataGrid.sortedBy(
                        grid.column(
                                "Vulnerability",
                                "<span class=\"bw-name\">${item.id}</span>"
                                        + "<span class=\"bw-kev\" ?hidden=\"${!item.kev}\">exploited</span>"
                                        + "<span class=\"bw-note\">${item.note}</span>",
                                Map.of(
                                        "id", row -> row.finding().vulnerability(),
                                        "kev", row -> row.finding().knownExploitedSince() != null,
                                        "note", FindingsView::note)),
                        "vulnerability")
                .setWidth("190px")
                .setFlexGrow(2)
                .setRowHeader(true);
        grid.text("Package", "component", "140px", row -> row.finding().name());
        grid.text("Version", "", "130px", row -> row.finding().version());
        grid.text("Fixed in", "", "130px", row -> VulnerabilityWords.fix(row.finding()));
        grid.text("Workload", "workload", "120px", row -> row.workload().name());
        grid.text("Namespace", "namespace", "100px", row -> row.workload().namespace());
        grid.text("Cluster", "cluster", "80px", row -> row.workload().cluster());
        grid.text("Image", "", "160px", FindingRow::image).setFlexGrow(2);
        DataGrid.sortedBy(
                        grid.column(
                                "EPSS",
                                "<span class=\"bw-number\">${item.text}</span>",
                                Map.of(
                                        "text",
                                        row -> VulnerabilityWords.percent(
                                                row.finding().epss()))),
                        "epss")
                .setWidth("76px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    private static String note(FindingRow row) {
        if (!row.finding().undecided().isEmpty()) {
            return VulnerabilityWords.UNDECIDED + ": " + row.finding().undecided();
        }
        return switch (row.state()) {
            case OBSERVED -> "";
            case DEFERRED -> "put off";
            case FALSE_POSITIVE -> "does not apply";
        };
    }

    @Override
    protected Optional<String> pageOf(UUID id) {
        return findings.key(id).map(FindingSource::vulnerability).map(VulnerabilitiesNavigation::cve);
    }

    @Override
    protected NarrowRow<FindingRow> narrow() {
        return new NarrowRow<>(
                row -> SeverityMark.css(row.finding().severity()),
                row -> row.finding().vulnerability(),
                row -> row.finding().name() + " " + row.finding().version() + " in "
                        + row.workload().name(),
                row -> VulnerabilityWords.percent(row.finding().epss()));
    }

    @Override
    protected EmptyState empty(ListState state) {
        if (!findings.isNarrow(state.q())) {
            return new EmptyState(
                    "Which findings?",
                    "There is one for each package of each image of each workload, too many to read. Say of which vulnerability,"
                            + " component, image, workload, namespace or owner, such as component:openssl, or begin with a list"
                            + " that adds them up.",
                    Markup.link(VulnerabilitiesNavigation.PATH, "By CVE"),
                    Markup.link(VulnerabilitiesNavigation.WORKLOADS, "By workload"),
                    Markup.link(VulnerabilitiesNavigation.COMPONENTS, "By component"));
        }
        return new EmptyState(
                "No finding matches",
                state.q().isEmpty()
                        ? "Nothing is known to be wrong with what runs, as far as images were looked into and feeds speak for it."
                        : "The filter is " + state.q() + ".",
                new Button("Clear the filter", event -> filter("", true)));
    }
}
