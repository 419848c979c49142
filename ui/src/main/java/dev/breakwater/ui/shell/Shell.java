package dev.breakwater.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.inventory.Inventory;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.overview.OverviewNavigation;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.Scoped;
import dev.breakwater.ui.shell.Places.Place;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame of every page. It carries the scope from page to page and lets the page in it follow a change. */
@Layout
@PermitAll
class Shell extends AppLayout implements AfterNavigationObserver {

    /**
     * Changes are pushed; where a proxy lets no socket through, they come with the next poll. A poll is also what ends the page
     * of a session that must not go on.
     */
    private static final int POLL_MILLIS = 3_000;

    private final List<SideNavItem> items = new ArrayList<>();
    private final ScopeBar scopeBar;
    private final TopBar topBar;
    private final Liking liking;
    private final LiveUpdates live;
    private final boolean admin;
    private String path = "";

    Shell(
            Inventory inventory,
            Readers readers,
            TopBar topBar,
            Liking liking,
            LiveUpdates live,
            AuthenticationContext who) {
        setPrimarySection(Section.DRAWER);
        this.topBar = topBar;
        this.liking = liking;
        this.live = live;
        scopeBar = new ScopeBar(() -> inventory.places(readers.scope()), this::changeScope);
        Anchor brand = new Anchor(OverviewNavigation.PATH);
        Image logo = new Image("bw/logo.svg", "");
        brand.add(logo, Markup.text("", "Breakwater"));
        brand.addClassName("bw-brand");
        admin = who.hasRole("ADMIN");
        addToDrawer(
                brand,
                Markup.box(
                        "bw-nav",
                        nav(null, Places.WORK),
                        nav("Set-up", Places.SET_UP),
                        nav("Operate", Places.OPERATE)));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        addToNavbar(toggle, scopeBar, Markup.box("bw-spacer"), topBar);
        addClassName("bw-shell");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        liking.apply(event.getUI());
        Signal.effect(this, () -> {
            boolean hidden = event.getUI().getPage().pageVisibilitySignal().get() == PageVisibility.HIDDEN;
            event.getUI().setPollInterval(hidden ? -1 : POLL_MILLIS);
            if (!hidden) {
                live.wake(event.getUI());
            }
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        path = event.getLocation().getPath();
        scopeBar.setVisible(getContent() instanceof Scoped page && page.followsScope());
        show(Scope.from(event.getLocation().getQueryParameters()));
    }

    private void show(Scope scope) {
        scopeBar.show(scope);
        topBar.show(scope);
        items.forEach(item -> item.setQueryParameters(scope.toQuery()));
    }

    private void changeScope(Scope scope) {
        show(scope);
        @Nullable HasElement content = getContent();
        if (content instanceof Scoped page) {
            page.showScope(scope);
        } else {
            getUI().ifPresent(ui -> ui.navigate(path, scope.toQuery()));
        }
    }

    private SideNav nav(@Nullable String label, List<Place> places) {
        SideNav nav = new SideNav();
        if (label != null) {
            nav.setLabel(label);
        }
        places.stream().filter(place -> admin || !place.forAdministrators()).forEach(place -> {
            SideNavItem item = item(place);
            nav.addItem(item);
            // Beside it and not within it: the button that folds Vaadin's nested items names what is not there.
            place.inner().forEach(inner -> {
                SideNavItem nested = within(inner);
                nested.addClassName("bw-nav-inner");
                nav.addItem(nested);
            });
        });
        return nav;
    }

    /** A page below another. */
    private SideNavItem within(Place place) {
        SideNavItem item = new SideNavItem(place.name(), place.path());
        items.add(item);
        return item;
    }

    private SideNavItem item(Place place) {
        SideNavItem item = new SideNavItem(place.name(), place.path(), Markup.icon(place.icon()));
        item.setMatchNested(!place.path().isEmpty() && place.inner().isEmpty());
        item.getElement().setAttribute("data-shortcut", place.shortcut());
        item.getElement().setAttribute("title", place.name());
        items.add(item);
        return item;
    }
}
