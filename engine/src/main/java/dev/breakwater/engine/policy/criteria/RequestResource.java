package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;
import java.util.List;
import java.util.Locale;

/** What a request to the cluster's API is about. */
final class RequestResource extends ChoiceCriterion<OfRequest> {

    private static final List<String> RESOURCES = List.of(
            "SECRETS",
            "CONFIGMAPS",
            "CLUSTER_ROLES",
            "CLUSTER_ROLE_BINDINGS",
            "ROLES",
            "ROLE_BINDINGS",
            "SERVICE_ACCOUNTS",
            "NETWORK_POLICIES",
            "SECURITY_CONTEXT_CONSTRAINTS",
            "EGRESS_FIREWALLS",
            "PODS_EXEC",
            "PODS_PORTFORWARD",
            "PODS_ATTACH",
            "PODS_EPHEMERALCONTAINERS");

    RequestResource() {
        super(
                "Kubernetes Resource",
                Level.REQUEST,
                RESOURCES,
                "What a request to the cluster's API is about; PODS_EXEC, PODS_ATTACH and PODS_PORTFORWARD enter a pod.");
    }

    @Override
    Observed<String> read(OfRequest of) {
        return Observed.known(word(of.request().resource().toLowerCase(Locale.ROOT)));
    }

    private static String word(String resource) {
        return switch (resource) {
            case "clusterroles" -> "CLUSTER_ROLES";
            case "clusterrolebindings" -> "CLUSTER_ROLE_BINDINGS";
            case "rolebindings" -> "ROLE_BINDINGS";
            case "serviceaccounts" -> "SERVICE_ACCOUNTS";
            case "networkpolicies" -> "NETWORK_POLICIES";
            case "securitycontextconstraints" -> "SECURITY_CONTEXT_CONSTRAINTS";
            case "egressfirewalls" -> "EGRESS_FIREWALLS";
            default -> resource.replace('/', '_').toUpperCase(Locale.ROOT);
        };
    }

    @Override
    public Sighting see(OfRequest of, Policy.Group group) {
        return Activities.request(of, "resource", found(of));
    }
}
