package dev.breakwater.ui.policies.edit;

import dev.breakwater.central.inventory.Inventory.Places;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** What is there already, to choose from: the words of other policies, the names of clusters and namespaces. */
record Known(
        List<String> categories,
        List<String> mitre,
        List<String> controls,
        List<String> clusters,
        List<String> namespaces) {

    static Known of(List<StoredPolicy> policies, Places places) {
        return new Known(
                all(policies, Policy::categories),
                all(policies, Policy::mitre),
                all(policies, Policy::controls),
                places.clusters(),
                places.namespaces());
    }

    private static List<String> all(List<StoredPolicy> policies, Function<Policy, List<String>> words) {
        return List.copyOf(new TreeSet<>(policies.stream()
                .map(StoredPolicy::policy)
                .map(words)
                .flatMap(Collection::stream)
                .toList()));
    }
}
