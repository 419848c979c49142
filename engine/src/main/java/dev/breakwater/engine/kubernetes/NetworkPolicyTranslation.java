package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.NetworkPolicy;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads network policies, with the defaults that the API server fills in. */
final class NetworkPolicyTranslation {

    private final Metadata metadata;

    NetworkPolicyTranslation(Metadata metadata) {
        this.metadata = metadata;
    }

    NetworkPolicy of(JsonNode policy) {
        JsonNode spec = Tree.at(policy, "spec");
        LabelSelector pods = Selectors.at(spec, "podSelector");
        List<NetworkPolicy.Rule> ingress = rules(spec, "ingress", "from");
        List<NetworkPolicy.Rule> egress = rules(spec, "egress", "to");
        List<String> types = Tree.texts(spec, "policyTypes");
        return new NetworkPolicy(
                metadata.namespaced(policy),
                pods == null ? LabelSelector.EVERYTHING : pods,
                types.isEmpty() || types.contains("Ingress"),
                types.isEmpty() ? !egress.isEmpty() : types.contains("Egress"),
                ingress,
                egress);
    }

    private static List<NetworkPolicy.Rule> rules(JsonNode spec, String direction, String peers) {
        return Tree.objects(spec, direction).stream()
                .map(rule -> new NetworkPolicy.Rule(
                        Tree.objects(rule, peers).stream()
                                .map(NetworkPolicyTranslation::peer)
                                .toList(),
                        Tree.objects(rule, "ports").stream()
                                .map(NetworkPolicyTranslation::port)
                                .toList()))
                .toList();
    }

    private static NetworkPolicy.Peer peer(JsonNode peer) {
        return new NetworkPolicy.Peer(
                Selectors.at(peer, "namespaceSelector"),
                Selectors.at(peer, "podSelector"),
                Tree.textOrNull(peer, "ipBlock.cidr"),
                Tree.texts(peer, "ipBlock.except"));
    }

    private static NetworkPolicy.PolicyPort port(JsonNode port) {
        return new NetworkPolicy.PolicyPort(
                Tree.textOr(port, "protocol", "TCP"), Tree.text(port, "port"), Tree.integer(port, "endPort"));
    }
}
