package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.vulnerabilities.ComponentRow;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.NarrowRow;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is wrong, one row for each package in a version. */
@Route(VulnerabilitiesNavigation.COMPONENTS)
@PageTitle("Vulnerabilities by component · Breakwater")
@PermitAll
class ComponentsView extends VulnerabilityList<ComponentRow> {

    /** Fields that single findings have in the same meaning. */
    private static final Set<String> KEPT = Set.of("severity", "fixable", "kev", "epss", "cve", "type");

    private final ComponentSource components;

    ComponentsView(ComponentSource components, VulnerabilityDesk desk, VulnerabilityTerms terms) {
        super(Gathered.COMPONENT, components, "-critical,-high", desk, terms);
        this.components = components;
    }

    @Override
    Gathered gathered() {
        return Gathered.COMPONENT;
    }

    @Override
    protected void columns(DataGrid<ComponentRow> grid) {
        DataGrid.sortedBy(
                        grid.column(
                                "Component",
                                "<span class=\"bw-name\" title=\"${item.purl}\">${item.name}</span>"
                                        + "<span class=\"bw-note\">${item.note}</span>",
                                Map.of(
                                        "name",
                                        ComponentRow::name,
                                        "purl",
                                        ComponentRow::purl,
                                        "note",
                                        row -> VulnerabilityWords.decided(row.deferred(), row.falsePositive()))),
                        "name")
                .setWidth("220px")
                .setFlexGrow(3)
                .setRowHeader(true);
        grid.text("Version", "", "170px", ComponentRow::version).setFlexGrow(1);
        grid.text("Sort", "", "76px", row -> row.type().toLowerCase(Locale.ROOT))
                .setFlexGrow(0);
        grid.text("System", "", "100px", row -> row.distribution().isEmpty() ? "any" : row.distribution());
        counts(grid, ComponentRow::counts);
        DataGrid.sortedBy(number(grid, "Fixable", "76px", ComponentRow::fixable), "fixable");
        number(grid, "Exploited", "84px", ComponentRow::exploited).setKey("exploited");
        epss(grid, ComponentRow::epss, ComponentRow::counts);
        DataGrid.sortedBy(number(grid, "Images", "72px", ComponentRow::images), "images");
    }

    @Override
    protected Optional<String> pageOf(UUID id) {
        return components
                .key(id)
                .map(key -> VulnerabilitiesNavigation.filtered(
                        VulnerabilitiesNavigation.FINDINGS, components.filterOf(key) + narrowing()));
    }

    /** What of the present filter the single findings understand, too, so that a link leads to what its row counted. */
    private String narrowing() {
        try {
            return FilterExpression.parse(state().q()).terms().stream()
                    .filter(term -> KEPT.contains(term.field()))
                    .map(term -> " " + term)
                    .collect(Collectors.joining());
        } catch (InvalidRequest e) {
            return "";
        }
    }

    @Override
    protected NarrowRow<ComponentRow> narrow() {
        return new NarrowRow<>(
                row -> worst(row.counts()),
                ComponentRow::name,
                row -> row.version() + (row.distribution().isEmpty() ? "" : ", " + row.distribution()),
                row -> Counted.of(row.images(), "image", "images"));
    }
}
