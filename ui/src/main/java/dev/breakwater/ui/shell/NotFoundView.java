package dev.breakwater.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.violations.ViolationsNavigation;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** The same page for what is not there and for what the reader may not see. */
@PermitAll
@ParentLayout(Shell.class)
class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassName("bw-page");
        add(new EmptyState(
                "Not found, or no access",
                "There is no such page, or your role does not include it.",
                way(event.getLocation().getFirstSegment())));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    /** Where to go on from a part of the console: the list that the page would have been of. */
    private static Anchor way(String part) {
        return switch (part) {
            case VulnerabilitiesNavigation.PATH ->
                Markup.link(VulnerabilitiesNavigation.PATH, "Go to the vulnerabilities");
            case InventoryNavigation.PATH -> Markup.link(InventoryNavigation.PATH, "Go to the inventory");
            case ViolationsNavigation.PATH -> Markup.link(ViolationsNavigation.PATH, "Go to the violations");
            default -> Markup.link(".", "Go to the overview");
        };
    }
}
