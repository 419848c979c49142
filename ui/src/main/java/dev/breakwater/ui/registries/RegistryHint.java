package dev.breakwater.ui.registries;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.images.ImageRow;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Says that no registry is connected, where that is why nobody could look inside images. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
public final class RegistryHint {

    private static final String NOT_SCANNED = "scan:failed,unscanned";

    private final Registries registries;
    private final Lists lists;
    private final ListDefinition<ImageRow> images;
    private final Readers readers;
    private final AuthenticationContext person;

    RegistryHint(
            Registries registries,
            Lists lists,
            ListDefinition<ImageRow> images,
            Readers readers,
            AuthenticationContext person) {
        this.registries = registries;
        this.lists = lists;
        this.images = images;
        this.readers = readers;
        this.person = person;
    }

    /** Whether a registry is connected; who may not know is told that one is. */
    public boolean isConnected() {
        return !person.hasRole("ADMIN") || !registries.list().isEmpty();
    }

    /** A banner for those who can connect one; empty = one is connected, or all that runs was looked into. */
    public List<com.vaadin.flow.component.Component> banner() {
        return missing()
                ? List.of(Markup.box(
                        "bw-banner",
                        Markup.text("bw-hatch-mark", ""),
                        Markup.text(
                                "bw-banner-text",
                                "No registry is connected, and some of what runs was not looked into: what is in those images is"
                                        + " unknown, not sound."),
                        Markup.link(InventoryNavigation.filtered(InventoryNavigation.IMAGES, NOT_SCANNED), "Which"),
                        Markup.link(RegistriesNavigation.PATH, "Connect a registry")))
                : List.of();
    }

    private boolean missing() {
        return !isConnected()
                && !lists.page(images, new ListRequest(NOT_SCANNED, "", 1, null), readers.scope())
                        .items()
                        .isEmpty();
    }
}
