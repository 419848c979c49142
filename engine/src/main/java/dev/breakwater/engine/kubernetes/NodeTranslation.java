package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads nodes. */
final class NodeTranslation {

    private static final String ROLE_PREFIX = "node-role.kubernetes.io/";
    private static final String OLD_ROLE = "kubernetes.io/role";

    private final Metadata metadata;

    NodeTranslation(Metadata metadata) {
        this.metadata = metadata;
    }

    Node of(JsonNode node) {
        JsonNode info = Tree.at(node, "status.nodeInfo");
        return new Node(
                metadata.clusterScoped(node),
                roles(node),
                Tree.text(info, "osImage"),
                Tree.text(info, "kernelVersion"),
                Tree.text(info, "containerRuntimeVersion"),
                Tree.text(info, "kubeletVersion"),
                Tree.text(info, "architecture"),
                Tree.text(info, "machineID"),
                addresses(node),
                Tree.objects(node, "spec.taints").stream()
                        .map(taint -> new Node.Taint(
                                Tree.text(taint, "key"), Tree.text(taint, "value"), Tree.text(taint, "effect")))
                        .toList(),
                Tree.objects(node, "status.conditions").stream()
                        .map(condition -> new Node.Condition(
                                Tree.text(condition, "type"),
                                Tree.text(condition, "status"),
                                Tree.text(condition, "reason")))
                        .toList(),
                Tree.flag(node, "spec.unschedulable"));
    }

    private static List<String> roles(JsonNode node) {
        Set<String> roles = new TreeSet<>();
        Tree.textMap(node, "metadata.labels").forEach((key, value) -> {
            if (key.startsWith(ROLE_PREFIX)) {
                roles.add(key.substring(ROLE_PREFIX.length()));
            } else if (key.equals(OLD_ROLE) && !value.isEmpty()) {
                roles.add(value);
            }
        });
        return List.copyOf(roles);
    }

    private static List<String> addresses(JsonNode node) {
        return Tree.objects(node, "status.addresses").stream()
                .filter(address -> Tree.text(address, "type").endsWith("IP"))
                .map(address -> Tree.text(address, "address"))
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
