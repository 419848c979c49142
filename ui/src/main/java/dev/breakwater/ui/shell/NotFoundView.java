package dev.breakwater.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.violations.ViolationsNavigation;
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
                Markup.link(ViolationsNavigation.PATH, "Go to the violations")));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
