package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.Location;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.Scoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way between the lists of the inventory; it carries the scope along. */
final class InventoryTabs extends Nav implements Scoped {

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put(InventoryNavigation.WORKLOADS, "Workloads");
        PAGES.put(InventoryNavigation.IMAGES, "Images");
        PAGES.put(InventoryNavigation.NODES, "Nodes");
        PAGES.put(InventoryNavigation.NAMESPACES, "Namespaces");
        PAGES.put(InventoryNavigation.SECRETS, "Secrets");
        PAGES.put(InventoryNavigation.IDENTITIES, "Service accounts");
    }

    private final Map<String, Anchor> links = new LinkedHashMap<>();

    /** @param here the path of the page that they stand on */
    InventoryTabs(String here) {
        addClassName("bw-inner-tabs");
        getElement().setAttribute("aria-label", "Inventory");
        PAGES.forEach((path, name) -> {
            Anchor link = new Anchor(path, name);
            if (path.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            links.put(path, link);
            add(link);
        });
    }

    @Override
    public void showScope(Scope scope) {
        links.forEach((path, link) -> link.setHref(new Location(path, scope.toQuery()).getPathWithQueryParameters()));
    }
}
