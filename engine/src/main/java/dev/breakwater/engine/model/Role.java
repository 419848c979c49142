package dev.breakwater.engine.model;

import java.util.List;

/**
 * A Role, or a ClusterRole when the namespace is empty.
 *
 * @param aggregation selectors of the ClusterRoles whose rules the controller copies in; the rules here are already joined by it
 */
public record Role(ObjectMeta meta, List<Rule> rules, List<LabelSelector> aggregation) implements ClusterObject {

    /** One rule; each list may hold {@code *}. */
    public record Rule(
            List<String> apiGroups,
            List<String> resources,
            List<String> resourceNames,
            List<String> verbs,
            List<String> nonResourceUrls) {

        public Rule {
            apiGroups = List.copyOf(apiGroups);
            resources = List.copyOf(resources);
            resourceNames = List.copyOf(resourceNames);
            verbs = List.copyOf(verbs);
            nonResourceUrls = List.copyOf(nonResourceUrls);
        }
    }

    public Role {
        rules = List.copyOf(rules);
        aggregation = List.copyOf(aggregation);
    }

    public boolean isClusterRole() {
        return meta.namespace().isEmpty();
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ROLE;
    }

    @Override
    public String kindName() {
        return isClusterRole() ? "ClusterRole" : "Role";
    }
}
