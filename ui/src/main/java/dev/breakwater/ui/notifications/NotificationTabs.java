package dev.breakwater.ui.notifications;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way between the pages of notifications. */
final class NotificationTabs extends Nav {

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put(NotificationsNavigation.TARGETS, "Targets");
        PAGES.put(NotificationsNavigation.RULES, "Rules");
        PAGES.put(NotificationsNavigation.DELIVERIES, "Deliveries");
    }

    /** @param here the path of the page that they stand on */
    NotificationTabs(String here) {
        addClassName("bw-inner-tabs");
        getElement().setAttribute("aria-label", "Notifications");
        PAGES.forEach((path, name) -> {
            Anchor link = new Anchor(path, name);
            if (path.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        });
    }
}
