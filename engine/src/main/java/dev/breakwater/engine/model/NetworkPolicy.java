package dev.breakwater.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code networking.k8s.io/v1} network policy.
 *
 * @param podSelector the pods of its namespace that it isolates
 * @param ingress whether it isolates the incoming direction
 * @param egress whether it isolates the outgoing direction
 */
public record NetworkPolicy(
        ObjectMeta meta,
        LabelSelector podSelector,
        boolean ingress,
        boolean egress,
        List<Rule> ingressRules,
        List<Rule> egressRules)
        implements ClusterObject {

    /** One allowance; an empty list of peers or ports means all of them. */
    public record Rule(List<Peer> peers, List<PolicyPort> ports) {

        public Rule {
            peers = List.copyOf(peers);
            ports = List.copyOf(ports);
        }
    }

    /**
     * Who is allowed: selectors, or a block of addresses.
     *
     * @param namespaceSelector {@code null} = the policy's own namespace
     * @param podSelector {@code null} = all pods
     * @param cidr {@code null} unless this peer is a block of addresses
     */
    public record Peer(
            @Nullable LabelSelector namespaceSelector,
            @Nullable LabelSelector podSelector,
            @Nullable String cidr,
            List<String> except) {

        public Peer {
            except = List.copyOf(except);
        }
    }

    /**
     * A port or a range.
     *
     * @param port number or name, empty = all
     * @param endPort end of the range, 0 = none
     */
    public record PolicyPort(String protocol, String port, int endPort) {}

    public NetworkPolicy {
        ingressRules = List.copyOf(ingressRules);
        egressRules = List.copyOf(egressRules);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.NETWORK_POLICY;
    }

    @Override
    public String kindName() {
        return "NetworkPolicy";
    }
}
