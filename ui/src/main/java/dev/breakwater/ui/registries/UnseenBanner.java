package dev.breakwater.ui.registries;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.Known;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.vulnerabilities.VulnerabilityWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says how many of the images that run within the scope of a page nobody looked into. They are counted anew every few seconds at most:
 * lists are read while somebody types.
 */
public final class UnseenBanner {

    private static final String NOT_LOOKED_INTO = "scan:failed,unscanned";
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Vulnerabilities vulnerabilities;
    private final Readers readers;
    private final Clock clock;
    private final Supplier<String> noRegistry;
    private @Nullable Scope scope;
    private Instant countedAt = Instant.EPOCH;
    private List<Component> shown = List.of();

    /** @param noRegistry a sentence for who can connect a registry where none is, empty = one is, or the reader cannot */
    UnseenBanner(Vulnerabilities vulnerabilities, Readers readers, Clock clock, Supplier<String> noRegistry) {
        this.vulnerabilities = vulnerabilities;
        this.readers = readers;
        this.clock = clock;
        this.noRegistry = noRegistry;
    }

    /** One banner; empty = all that runs there was looked into. */
    public List<Component> of(Scope wanted) {
        Instant now = clock.instant();
        if (!wanted.equals(scope) || countedAt.plus(FRESH).isBefore(now)) {
            scope = wanted;
            countedAt = now;
            shown = made(wanted);
        }
        return shown;
    }

    private List<Component> made(Scope of) {
        Known known = vulnerabilities.known(of.toPlace(), readers.scope());
        if (VulnerabilityWords.unseen(known) <= 0) {
            return List.of();
        }
        String connect = noRegistry.get();
        String query = of.toQuery().getQueryString();
        Div banner = Markup.box(
                "bw-banner",
                Markup.text("bw-hatch-mark", ""),
                Markup.text(
                        "bw-banner-text",
                        VulnerabilityWords.notLookedInto(known)
                                + (of.equals(new Scope(List.of(), List.of(), Scope.Workloads.ALL))
                                        ? ""
                                        : ", within the scope above")
                                + ": what is in them is unknown, not sound."
                                + (known.told() == 0 ? "" : " " + VulnerabilityWords.told(known) + ".")
                                + connect),
                Markup.link(
                        InventoryNavigation.filtered(InventoryNavigation.IMAGES, NOT_LOOKED_INTO)
                                + (query.isEmpty() ? "" : "&" + query),
                        "Which"));
        if (!connect.isEmpty()) {
            banner.add(Markup.link(RegistriesNavigation.PATH, "Connect a registry"));
        }
        return List.of(banner);
    }
}
