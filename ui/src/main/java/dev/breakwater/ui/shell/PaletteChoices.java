package dev.breakwater.ui.shell;

import dev.breakwater.central.overview.Search;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.shell.Palette.Choice;
import dev.breakwater.ui.violations.ViolationsNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the palette offers for a text: pages, actions, and things of the fleet by their name. */
@Component
class PaletteChoices {

    private static final int LONGEST = 200;

    private final Search search;
    private final Readers readers;

    PaletteChoices(Search search, Readers readers) {
        this.search = search;
        this.readers = readers;
    }

    /** @param admin whether pages for administrators are offered */
    List<Choice> find(String typed, boolean admin) {
        String text = typed.strip();
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Choice> choices = new ArrayList<>();
        Places.all().stream()
                .filter(place -> admin || !place.forAdministrators())
                .filter(place -> place.name().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(place -> !wanted.isEmpty() || !place.icon().isEmpty())
                .forEach(place -> choices.add(new Choice("Pages", place.name(), "", place.shortcut(), place.path())));
        for (ShellAction action : ShellAction.values()) {
            if (action.words().toLowerCase(Locale.ROOT).contains(wanted)) {
                choices.add(new Choice("Actions", action.words(), "", action.key(), "!" + action.name()));
            }
        }
        if (text.length() > 1 && text.length() <= LONGEST) {
            Search.Findings found = search.find(text, readers.scope());
            found.hits().forEach(hit -> choices.add(choice(hit)));
            found.gaveUp()
                    .forEach(kind -> choices.add(
                            new Choice(group(kind), "Took too long", "filter their list instead", "", list(kind))));
        }
        return choices;
    }

    private static Choice choice(Search.Hit hit) {
        String go = switch (hit.kind()) {
            case WORKLOAD -> InventoryNavigation.WORKLOADS + "?sel=" + hit.id();
            case IMAGE -> InventoryNavigation.IMAGES + "?sel=" + hit.id();
            case POLICY -> PoliciesNavigation.of(hit.id());
            case VIOLATION -> ViolationsNavigation.PATH + "?sel=" + hit.id();
            case CLUSTER -> ClustersNavigation.of(hit.name());
        };
        return new Choice(group(hit.kind()), hit.name(), hit.note(), "", go);
    }

    private static String list(Search.Kind kind) {
        return switch (kind) {
            case WORKLOAD -> InventoryNavigation.WORKLOADS;
            case IMAGE -> InventoryNavigation.IMAGES;
            case POLICY -> PoliciesNavigation.PATH;
            case VIOLATION -> ViolationsNavigation.PATH;
            case CLUSTER -> ClustersNavigation.PATH;
        };
    }

    private static String group(Search.Kind kind) {
        return switch (kind) {
            case WORKLOAD -> "Workloads";
            case IMAGE -> "Images";
            case POLICY -> "Policies";
            case VIOLATION -> "Open violations";
            case CLUSTER -> "Clusters";
        };
    }
}
