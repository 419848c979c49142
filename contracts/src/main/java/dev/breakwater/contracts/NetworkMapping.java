package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.NetworkPolicyFacts;
import dev.breakwater.engine.model.NetworkPolicy;

/** Network policies. */
final class NetworkMapping {

    private NetworkMapping() {}

    static NetworkPolicyFacts toWire(NetworkPolicy policy) {
        NetworkPolicyFacts.Builder wire = NetworkPolicyFacts.newBuilder()
                .setMeta(MetaMapping.toWire(policy.meta()))
                .setPodSelector(SelectorMapping.toWire(policy.podSelector()))
                .setIngress(policy.ingress())
                .setEgress(policy.egress());
        Bounds.list("NetworkPolicyFacts.ingress_rules", policy.ingressRules())
                .forEach(rule -> wire.addIngressRules(toWire(rule)));
        Bounds.list("NetworkPolicyFacts.egress_rules", policy.egressRules())
                .forEach(rule -> wire.addEgressRules(toWire(rule)));
        return wire.build();
    }

    static NetworkPolicy fromWire(NetworkPolicyFacts wire) {
        Bounds.present("NetworkPolicyFacts.pod_selector", wire.hasPodSelector());
        return new NetworkPolicy(
                MetaMapping.fromWire("NetworkPolicyFacts.meta", wire.hasMeta(), wire.getMeta()),
                SelectorMapping.fromWire(wire.getPodSelector()),
                wire.getIngress(),
                wire.getEgress(),
                Bounds.list("NetworkPolicyFacts.ingress_rules", wire.getIngressRulesList()).stream()
                        .map(NetworkMapping::fromWire)
                        .toList(),
                Bounds.list("NetworkPolicyFacts.egress_rules", wire.getEgressRulesList()).stream()
                        .map(NetworkMapping::fromWire)
                        .toList());
    }

    private static NetworkPolicyFacts.Rule toWire(NetworkPolicy.Rule rule) {
        NetworkPolicyFacts.Rule.Builder wire = NetworkPolicyFacts.Rule.newBuilder();
        Bounds.list("Rule.peers", rule.peers()).forEach(peer -> wire.addPeers(toWire(peer)));
        Bounds.list("Rule.ports", rule.ports()).forEach(port -> wire.addPorts(toWire(port)));
        return wire.build();
    }

    private static NetworkPolicy.Rule fromWire(NetworkPolicyFacts.Rule wire) {
        return new NetworkPolicy.Rule(
                Bounds.list("Rule.peers", wire.getPeersList()).stream()
                        .map(NetworkMapping::fromWire)
                        .toList(),
                Bounds.list("Rule.ports", wire.getPortsList()).stream()
                        .map(NetworkMapping::fromWire)
                        .toList());
    }

    private static NetworkPolicyFacts.Peer toWire(NetworkPolicy.Peer peer) {
        NetworkPolicyFacts.Peer.Builder wire =
                NetworkPolicyFacts.Peer.newBuilder().addAllExcept(Bounds.names("Peer.except", peer.except()));
        if (peer.namespaceSelector() != null) {
            wire.setNamespaceSelector(SelectorMapping.toWire(peer.namespaceSelector()));
        }
        if (peer.podSelector() != null) {
            wire.setPodSelector(SelectorMapping.toWire(peer.podSelector()));
        }
        if (peer.cidr() != null) {
            wire.setCidr(Bounds.name("Peer.cidr", peer.cidr()));
        }
        return wire.build();
    }

    private static NetworkPolicy.Peer fromWire(NetworkPolicyFacts.Peer wire) {
        return new NetworkPolicy.Peer(
                wire.hasNamespaceSelector() ? SelectorMapping.fromWire(wire.getNamespaceSelector()) : null,
                wire.hasPodSelector() ? SelectorMapping.fromWire(wire.getPodSelector()) : null,
                wire.hasCidr() ? Bounds.name("Peer.cidr", wire.getCidr()) : null,
                Bounds.names("Peer.except", wire.getExceptList()));
    }

    private static NetworkPolicyFacts.PolicyPort toWire(NetworkPolicy.PolicyPort port) {
        return NetworkPolicyFacts.PolicyPort.newBuilder()
                .setProtocol(Bounds.name("PolicyPort.protocol", port.protocol()))
                .setPort(Bounds.name("PolicyPort.port", port.port()))
                .setEndPort(port.endPort())
                .build();
    }

    private static NetworkPolicy.PolicyPort fromWire(NetworkPolicyFacts.PolicyPort wire) {
        return new NetworkPolicy.PolicyPort(
                Bounds.name("PolicyPort.protocol", wire.getProtocol()),
                Bounds.name("PolicyPort.port", wire.getPort()),
                wire.getEndPort());
    }
}
