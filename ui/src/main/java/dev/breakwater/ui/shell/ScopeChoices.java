package dev.breakwater.ui.shell;

import dev.breakwater.central.inventory.Inventory;
import dev.breakwater.central.inventory.NamespaceRow;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Readers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names of the clusters and namespaces that the present reader can choose a scope from. */
@Component
class ScopeChoices {

    /** What there is to choose from, each sorted and once. */
    record Choices(List<String> clusters, List<String> namespaces) {}

    private final Inventory inventory;
    private final Readers readers;

    ScopeChoices(Inventory inventory, Readers readers) {
        this.inventory = inventory;
        this.readers = readers;
    }

    Choices read() {
        List<NamespaceRow> rows = inventory
                .namespaces(new ListRequest("", "", ListRequest.MAX_PAGE_SIZE, null), readers.scope())
                .items();
        return new Choices(
                rows.stream().map(NamespaceRow::cluster).distinct().sorted().toList(),
                rows.stream().map(NamespaceRow::name).distinct().sorted().toList());
    }
}
