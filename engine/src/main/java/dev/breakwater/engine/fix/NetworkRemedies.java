package dev.breakwater.engine.fix;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Workload;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Network policies that are to be made for a workload. */
final class NetworkRemedies {

    private static final int DNS = 53;

    private NetworkRemedies() {}

    /** Lets in what the declared ports take, from anywhere; nothing if none is declared. */
    static ObjectNode incoming(Workload workload) {
        ObjectNode policy = policy(workload, "ingress", "Ingress");
        ArrayNode rules = spec(policy).putArray("ingress");
        ArrayNode ports = JsonNodeFactory.instance.arrayNode();
        for (Container container : workload.containers()) {
            for (Container.Port port : container.ports()) {
                port(ports, port.protocol(), port.containerPort());
            }
        }
        if (!ports.isEmpty()) {
            rules.addObject().set("ports", ports);
        }
        return policy;
    }

    /** Lets out what asks for names and what stays in the namespace; the other peers are for people to add. */
    static ObjectNode outgoing(Workload workload) {
        ObjectNode policy = policy(workload, "egress", "Egress");
        ArrayNode rules = spec(policy).putArray("egress");
        ArrayNode names = rules.addObject().putArray("ports");
        port(names, "UDP", DNS);
        port(names, "TCP", DNS);
        rules.addObject().putArray("to").addObject().putObject("podSelector");
        return policy;
    }

    private static void port(ArrayNode ports, String protocol, int number) {
        ports.addObject().put("protocol", protocol).put("port", number);
    }

    private static ObjectNode policy(Workload workload, String suffix, String type) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("apiVersion", "networking.k8s.io/v1");
        policy.put("kind", "NetworkPolicy");
        policy.putObject("metadata").put("name", workload.name() + "-" + suffix).put("namespace", workload.namespace());
        ObjectNode spec = policy.putObject("spec");
        ObjectNode selector = spec.putObject("podSelector");
        if (!workload.spec().podLabels().isEmpty()) {
            ObjectNode labels = selector.putObject("matchLabels");
            new TreeMap<>(workload.spec().podLabels()).forEach(labels::put);
        }
        spec.putArray("policyTypes").add(type);
        return policy;
    }

    private static ObjectNode spec(ObjectNode policy) {
        return (ObjectNode) policy.path("spec");
    }
}
