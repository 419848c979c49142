package dev.breakwater.ui.shell;

import dev.breakwater.central.overview.Search;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.shell.Palette.Choice;
import dev.breakwater.ui.violations.ViolationsNavigation;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the palette offers for a text: pages, actions, and things of the fleet by their name. */
@Component
class PaletteChoices {

    private static final int LONGEST = 200;

    private final Search search;
    private final Vulnerabilities vulnerabilities;
    private final Readers readers;

    PaletteChoices(Search search, Vulnerabilities vulnerabilities, Readers readers) {
        this.search = search;
        this.vulnerabilities = vulnerabilities;
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
            vulnerability(text).ifPresent(choices::add);
            Search.Findings found = search.find(text, readers.scope());
            found.hits().forEach(hit -> choices.add(choice(hit)));
            found.gaveUp()
                    .forEach(kind -> choices.add(
                            new Choice(group(kind), "Took too long", "filter their list instead", "", list(kind))));
        }
        return choices;
    }

    /** Whoever asks for one by its id is told of it, wherever it is found: that no feed speaks of it is an answer, too. */
    private Optional<Choice> vulnerability(String text) {
        Optional<String> named = vulnerabilities.named(text);
        if (named.isEmpty() && !VulnerabilitiesNavigation.isId(text)) {
            return Optional.empty();
        }
        String id = named.orElse(text);
        return Optional.of(new Choice(
                "Vulnerabilities",
                id,
                named.isEmpty() ? "no feed speaks of it" : "what is known of it, and where it is",
                "",
                VulnerabilitiesNavigation.cve(id)));
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
