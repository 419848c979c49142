package dev.breakwater.ui.access;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.access.Permission;
import dev.breakwater.central.access.Role;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import jakarta.annotation.security.RolesAllowed;

/** What the roles include. */
@Route(AccessNavigation.PERMISSIONS)
@PageTitle("Roles · Breakwater")
@RolesAllowed("ADMIN")
class PermissionsView extends Div {

    PermissionsView() {
        addClassNames("bw-page", "bw-scroll");
        NativeTable table = new NativeTable();
        table.addClassName("bw-table");
        table.setCaptionText("What each role may do");
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText("What");
        for (Role role : Role.values()) {
            head.addHeaderCell().setText(AccountDialogs.name(role));
        }
        for (Permission permission : Permission.all()) {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(permission.what());
            for (Role role : Role.values()) {
                row.addDataCell().add(mark(permission.isFor(role)));
            }
        }
        add(
                new PageHead(
                        "Roles",
                        "What accounts and API tokens may do, by their role. It holds from the next request on."),
                new AccessTabs(AccessNavigation.PERMISSIONS),
                Markup.box(
                        "bw-cards bw-cards-one",
                        Markup.box("bw-card bw-card-wide", new CardHead("What may each role do?", ""), table)));
    }

    private static Span mark(boolean may) {
        Span mark = Markup.text(may ? "bw-may" : "bw-meta", may ? "yes" : "no");
        if (may) {
            mark.addComponentAsFirst(Markup.icon("check"));
        }
        return mark;
    }
}
