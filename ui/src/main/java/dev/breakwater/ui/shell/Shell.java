package dev.breakwater.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
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
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.coverage.CoverageNavigation;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.operations.OperationsNavigation;
import dev.breakwater.ui.overview.OverviewNavigation;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.Scoped;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.risk.RiskNavigation;
import dev.breakwater.ui.summary.SummaryNavigation;
import dev.breakwater.ui.violations.ViolationsNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame of every page. It carries the scope from page to page and lets the page in it follow a change. */
@Layout
@PermitAll
class Shell extends AppLayout implements AfterNavigationObserver {

    private static final int POLL_MILLIS = 3_000;

    private final List<SideNavItem> items = new ArrayList<>();
    private final ScopeBar scopeBar;
    private final HealthWord health;
    private String path = "";

    Shell(Inventory inventory, Readers readers, PersonMenu person, HealthWord health, AuthenticationContext who) {
        setPrimarySection(Section.DRAWER);
        this.health = health;
        scopeBar = new ScopeBar(() -> inventory.places(readers.scope()), this::changeScope);
        Anchor brand = new Anchor(OverviewNavigation.PATH);
        Image logo = new Image("bw/logo.svg", "");
        brand.add(logo, new Span("Breakwater"));
        brand.addClassName("bw-brand");
        SideNavItem violations = item("Violations", ViolationsNavigation.PATH, "violations", "g v");
        violations.addItem(
                within("Accept what is there", ViolationsNavigation.ACCEPTED),
                within("Exclusions", ViolationsNavigation.EXCLUSIONS));
        SideNav work = nav(
                null,
                item("Overview", OverviewNavigation.PATH, "overview", "g d"),
                violations,
                item("Risk", RiskNavigation.PATH, "risk", "g r"),
                item("Inventory", InventoryNavigation.PATH, "inventory", "g i"),
                item("Executive summary", SummaryNavigation.PATH, "summary", "g s"));
        SideNav setUp = nav(
                "Set-up",
                item("Policies", PoliciesNavigation.PATH, "policies", "g p"),
                item("Clusters", ClustersNavigation.PATH, "clusters", "g l"));
        List<SideNavItem> operating = new ArrayList<>(List.of(
                item("Coverage", CoverageNavigation.PATH, "coverage", "g o"),
                item("System health", OperationsNavigation.HEALTH, "pulse", "g h")));
        if (who.hasRole("ADMIN")) {
            operating.add(item("Audit log", OperationsNavigation.AUDIT, "log", "g a"));
        }
        SideNav operate = nav("Operate", operating.toArray(SideNavItem[]::new));
        addToDrawer(brand, Markup.box("bw-nav", work, setUp, operate));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        addToNavbar(
                toggle, scopeBar, Markup.box("bw-spacer"), Markup.box("bw-top-right", health, new ThemeMenu(), person));
        addClassName("bw-shell");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Signal.effect(this, () -> {
            boolean hidden = event.getUI().getPage().pageVisibilitySignal().get() == PageVisibility.HIDDEN;
            event.getUI().setPollInterval(hidden ? -1 : POLL_MILLIS);
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        path = event.getLocation().getPath();
        health.read();
        scopeBar.setVisible(getContent() instanceof Scoped page && page.followsScope());
        show(Scope.from(event.getLocation().getQueryParameters()));
    }

    private void show(Scope scope) {
        scopeBar.show(scope);
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

    private static SideNav nav(@Nullable String label, SideNavItem... items) {
        SideNav nav = new SideNav();
        if (label != null) {
            nav.setLabel(label);
        }
        nav.addItem(items);
        return nav;
    }

    /** A page below another. */
    private SideNavItem within(String label, String target) {
        SideNavItem item = new SideNavItem(label, target);
        items.add(item);
        return item;
    }

    private SideNavItem item(String label, String target, String icon, String shortcut) {
        SideNavItem item = new SideNavItem(label, target, Markup.icon(icon));
        item.setMatchNested(!target.isEmpty());
        item.getElement().setAttribute("data-shortcut", shortcut);
        items.add(item);
        return item;
    }
}
