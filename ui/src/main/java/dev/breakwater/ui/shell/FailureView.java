package dev.breakwater.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.violations.ViolationsNavigation;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** The page in place of one that could not be opened. */
@PermitAll
@ParentLayout(Shell.class)
class FailureView extends Div implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        addClassName("bw-page");
        add(new EmptyState(
                "This page could not be opened",
                Failures.words(parameter.getException()),
                Markup.link(ViolationsNavigation.PATH, "Go to the violations")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
