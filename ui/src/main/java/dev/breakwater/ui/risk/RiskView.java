package dev.breakwater.ui.risk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.engine.risk.RiskModel;
import dev.breakwater.ui.inventory.WorkloadCells;
import dev.breakwater.ui.inventory.WorkloadSource;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.RiskWords;
import dev.breakwater.ui.policies.PoliciesNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Workloads in the order in which they should be looked at. */
@Route(RiskNavigation.PATH)
@PageTitle("Risk · Breakwater")
@PermitAll
class RiskView extends ListView<WorkloadRow> {

    /** Percent of the bar that the score may fill, so that the unknown has room behind it. */
    private static final int KNOWN = 80;

    /** Made while the page is laid out, which is before it knows who reads it. */
    private @Nullable Button policy;

    RiskView(WorkloadSource workloads, AuthenticationContext person, ListServices services) {
        super(
                workloads,
                new ListPage(
                        RiskNavigation.PATH,
                        "Risk",
                        "What to fix first, on a scale from 1 (nothing found) to 864 (everything at its worst). “≥”: at least that"
                                + " high, since some factors are unknown.",
                        "",
                        "-risk"),
                services);
        if (policy != null) {
            policy.setVisible(person.hasRole("ADMIN"));
        }
    }

    @Override
    protected Component[] tools() {
        Button make = new Button(
                "Make this a policy",
                Markup.icon("policies"),
                event -> event.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.navigate(
                                PoliciesNavigation.NEW,
                                QueryParameters.simple(Map.of("q", asked(), "step", "rules")))));
        make.setTooltipText("Begins a policy with what the filter and the scope ask for");
        policy = make;
        return new Component[] {make};
    }

    /** The filter with the places of the scope. */
    private String asked() {
        return (state().scope().toFilter(Set.of("cluster", "namespace")) + " " + state().q()).strip();
    }

    @Override
    protected void columns(DataGrid<WorkloadRow> grid) {
        grid.column(
                        "Fleet rank",
                        "<span class=\"bw-number\">${item.rank}</span>",
                        Map.of("rank", row -> row.riskRank() == null ? "–" : row.riskRank()))
                .setWidth("88px")
                .setFlexGrow(0)
                .setFrozen(true)
                .setTextAlign(ColumnTextAlign.END);
        WorkloadCells.name(grid);
        WorkloadCells.score(grid);
        grid.column(
                        "How high",
                        "<span class=\"bw-bar\" title=\"${item.title}\"><span class=\"bw-bar-known\" style=\"width:${item.width}%\">"
                                + "</span><span class=\"bw-bar-unknown\" style=\"width:${item.unknown}%\"></span></span>",
                        Map.of(
                                "width", RiskView::width,
                                "unknown", row -> Math.min(20, row.unknownFactors() * 4),
                                "title", RiskView::meaning))
                .setWidth("104px")
                .setFlexGrow(1);
        grid.text("Unknown", "", "84px", RiskView::unknownWords).setFlexGrow(0);
        WorkloadCells.violations(grid);
        grid.text("Exposure", "", "104px", row -> RiskWords.exposure(row.exposure()));
        grid.text("Namespace", "namespace", "104px", WorkloadRow::namespace);
        grid.text("Cluster", "cluster", "80px", WorkloadRow::cluster);
        grid.text("Owner", "owner", "88px", row -> row.owner().isEmpty() ? "none" : row.owner());
    }

    /** The scale is logarithmic, as factors multiply: nothing at 1, the whole bar at the highest score there is. */
    private static int width(WorkloadRow row) {
        double score = row.riskScore() == null ? 1 : row.riskScore();
        return (int) Math.round(KNOWN * Math.log(Math.max(1, score)) / Math.log(RiskModel.PRESENT.highest()));
    }

    private static String meaning(WorkloadRow row) {
        return RiskWords.score(row) + " on a scale from 1 to " + Math.round(RiskModel.PRESENT.highest())
                + ", logarithmic; hatched: " + unknownWords(row);
    }

    private static String unknownWords(WorkloadRow row) {
        if (row.riskScore() == null) {
            return "not judged yet";
        }
        String unknown = row.unknownFactors() == 0 ? "none" : Counted.of(row.unknownFactors(), "factor", "factors");
        return row.staleFactors() == 0 ? unknown : unknown + ", " + row.staleFactors() + " stale";
    }

    @Override
    protected Optional<String> pageOf(UUID id) {
        return Optional.of(RiskNavigation.of(id));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().isEmpty()
                ? new EmptyState(
                        "Nothing to rank yet",
                        "Workloads appear here when a sensor has sent them and they are judged. The scope above may also"
                                + " leave none.")
                : new EmptyState(
                        "No workload matches",
                        "The filter is " + state.q() + ".",
                        new Button("Clear the filter", event -> filter("", true)));
    }

    @Override
    protected NarrowRow<WorkloadRow> narrow() {
        return WorkloadCells.narrow();
    }
}
