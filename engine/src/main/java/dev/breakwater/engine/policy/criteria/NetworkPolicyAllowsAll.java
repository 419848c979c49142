package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.List;

/** Where a network policy lets everything through. */
final class NetworkPolicyAllowsAll extends ChoiceCriterion<OfObject> {

    NetworkPolicyAllowsAll() {
        super(
                "Network Policy Allows All",
                Level.OBJECT,
                List.of("INGRESS", "EGRESS", "BOTH", "NEITHER"),
                "The direction in which a network policy allows every peer: INGRESS, EGRESS, BOTH or NEITHER.");
    }

    @Override
    Observed<String> read(OfObject of) {
        if (!(of.resource().content() instanceof Resource.OfNetworkPolicy found)) {
            return Observed.unknown(UnknownReason.NOT_COLLECTED, "");
        }
        boolean in = found.policy().ingress()
                && found.policy().ingressRules().stream().anyMatch(NetworkPolicyAllowsAll::isOpen);
        boolean out = found.policy().egress()
                && found.policy().egressRules().stream().anyMatch(NetworkPolicyAllowsAll::isOpen);
        return Observed.known(in ? out ? "BOTH" : "INGRESS" : out ? "EGRESS" : "NEITHER");
    }

    private static boolean isOpen(NetworkPolicy.Rule rule) {
        return rule.peers().isEmpty()
                || rule.peers().stream()
                        .anyMatch(peer -> ("0.0.0.0/0".equals(peer.cidr()) || "::/0".equals(peer.cidr()))
                                && peer.except().isEmpty());
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfNetworkPolicy;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(of.words() + " allows every peer: " + found(of) + ".", "rules", found(of), "spec");
    }
}
