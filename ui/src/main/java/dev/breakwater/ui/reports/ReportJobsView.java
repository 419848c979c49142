package dev.breakwater.ui.reports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every report that was made or failed, the newest first; each has a page of its own. */
@Route(ReportsNavigation.HISTORY)
@PageTitle("Reports that were made · Breakwater")
@PermitAll
class ReportJobsView extends ListView<ReportJob> {

    ReportJobsView(ReportJobSource rows, ListServices services) {
        super(
                rows,
                new ListPage(
                        ReportsNavigation.HISTORY,
                        "Reports that were made",
                        "Each with its files until they expire, its seal, and whether it arrived.",
                        "",
                        "-createdAt"),
                services);
    }

    @Override
    protected void columns(DataGrid<ReportJob> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Report",
                                "<a class=\"bw-link bw-name\" href=\"${item.href}\" title=\"${item.name}\">${item.name}</a>",
                                Map.of(
                                        "name",
                                        ReportJob::name,
                                        "href",
                                        (ReportJob row) -> ReportsNavigation.job(row.id()))),
                        "name")
                .setWidth("260px")
                .setFlexGrow(2)
                .setRowHeader(true);
        grid.text("About", "kind", "150px", row -> row.kind().title());
        grid.text("State", "state", "150px", row -> ReportWords.state(row, times));
        grid.text("Reason", "", "220px", ReportJob::reason).setFlexGrow(2);
        grid.text("Sent", "", "150px", ReportWords::arrived);
        grid.text("Data as of", "", "140px", row -> row.dataAsOf() == null ? "" : times.minute(row.dataAsOf()));
        grid.text("Files", "", "170px", ReportWords::forms);
        grid.text("Asked by", "", "120px", row -> row.dueAt() == null ? row.askedBy() : "its schedule");
        grid.text("Asked for", "createdAt", "140px", row -> times.minute(row.createdAt()));
    }

    @Override
    protected Optional<String> pageOf(UUID id) {
        return Optional.of(ReportsNavigation.job(id));
    }

    @Override
    protected NarrowRow<ReportJob> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> "",
                ReportJob::name,
                row -> ReportWords.state(row, times) + (row.reason().isEmpty() ? "" : ": " + row.reason()),
                row -> times.age(row.createdAt()));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().isEmpty()
                ? new EmptyState(
                        "Nothing was made yet",
                        "Reports stand here from the moment they are asked for or due.",
                        Markup.link(ReportsNavigation.PATH, "See the reports"))
                : new EmptyState(
                        "No report matches",
                        "The filter is " + state.q() + ".",
                        new Button("Clear the filter", event -> filter("", true)));
    }
}
