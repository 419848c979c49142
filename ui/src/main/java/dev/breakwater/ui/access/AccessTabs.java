package dev.breakwater.ui.access;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way between the pages of access. */
final class AccessTabs extends Nav {

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put(AccessNavigation.USERS, "Users");
        PAGES.put(AccessNavigation.TOKENS, "API tokens");
        PAGES.put(AccessNavigation.PERMISSIONS, "Roles");
    }

    /** @param here the path of the page that they stand on */
    AccessTabs(String here) {
        addClassName("bw-inner-tabs");
        getElement().setAttribute("aria-label", "Access");
        PAGES.forEach((path, name) -> {
            Anchor link = new Anchor(path, name);
            if (path.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        });
    }
}
