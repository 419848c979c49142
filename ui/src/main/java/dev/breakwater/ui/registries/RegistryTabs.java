package dev.breakwater.ui.registries;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way between the pages of registries. */
final class RegistryTabs extends Nav {

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put(RegistriesNavigation.PATH, "Registries");
        PAGES.put(RegistriesNavigation.WATCHED, "Watched repositories");
        PAGES.put(RegistriesNavigation.IMAGES, "Images in registries");
    }

    /** @param here the path of the page that they stand on */
    RegistryTabs(String here) {
        addClassName("bw-inner-tabs");
        getElement().setAttribute("aria-label", "Registries");
        PAGES.forEach((path, name) -> {
            Anchor link = new Anchor(path, name);
            if (path.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        });
    }
}
