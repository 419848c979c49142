package dev.breakwater.ui.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.audit.AuditEntry;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.Map;

/** Who did what, when, from where. The service refuses everybody but administrators, and the page says so. */
@Route(OperationsNavigation.AUDIT)
@PageTitle("Audit log · Breakwater")
@PermitAll
class AuditView extends ListView<AuditEntry> {

    AuditView(AuditSource rows, ListServices services) {
        super(
                rows,
                new ListPage(
                        OperationsNavigation.AUDIT,
                        "Audit log",
                        "Who changed what, and who signed in or failed to. It cannot be edited.",
                        "",
                        "-at"),
                services);
    }

    @Override
    protected void columns(DataGrid<AuditEntry> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "When",
                                "<span class=\"bw-second\" title=\"${item.exact}\">${item.at}</span>",
                                Map.of("exact", row -> times.exact(row.at()), "at", row -> times.minute(row.at()))),
                        "at")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.column(
                        "Who",
                        "<span class=\"bw-name\" title=\"${item.who}\">${item.who}</span>",
                        Map.of("who", AuditEntry::actor))
                .setKey("who")
                .setWidth("160px")
                .setFlexGrow(1)
                .setRowHeader(true);
        grid.text("Did", "", "160px", AuditEntry::action);
        grid.text("To", "", "120px", AuditEntry::objectType);
        grid.text("Name", "", "220px", AuditEntry::objectName).setFlexGrow(2);
        grid.text("How", "", "90px", row -> AuditDetail.channel(row)).setFlexGrow(0);
        grid.text("From", "", "130px", AuditEntry::sourceIp).setFlexGrow(0);
    }

    @Override
    protected Component detail(Opened<AuditEntry> opened) {
        return new AuditDetail(opened, times(), row -> open(row == null ? null : source().idOf(row)));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().isEmpty()
                ? new EmptyState("Nothing was done yet", "Every change that somebody makes is listed here.")
                : new EmptyState(
                        "No entry matches",
                        "The filter is " + state.q() + ".",
                        new Button("Clear the filter", event -> filter("", true)));
    }

    @Override
    protected NarrowRow<AuditEntry> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> "",
                row -> row.actor() + " " + row.action(),
                row -> row.objectType() + " " + row.objectName(),
                row -> times.age(row.at()));
    }
}
