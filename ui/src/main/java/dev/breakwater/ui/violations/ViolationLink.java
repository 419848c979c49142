package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The short address of one violation, for tickets and mails: opens it in the list of all. */
@Route("violations/:id([0-9a-fA-F]{8}-[0-9a-fA-F-]{27})")
@PermitAll
class ViolationLink extends Div implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        event.forwardToUrl(ViolationsNavigation.PATH + "?q=&sel=" + id);
    }
}
