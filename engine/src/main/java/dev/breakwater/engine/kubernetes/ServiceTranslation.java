package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads services and where they lead. */
final class ServiceTranslation {

    private static final String SERVICE_OF_SLICE = "kubernetes.io/service-name";

    private final Metadata metadata;

    ServiceTranslation(Metadata metadata) {
        this.metadata = metadata;
    }

    Service service(JsonNode service) {
        Map<String, String> selector = Tree.textMap(service, "spec.selector");
        return new Service(
                metadata.namespaced(service),
                type(Tree.text(service, "spec.type")),
                // Kubernetes treats an empty selector like none: somebody else makes the endpoints.
                selector.isEmpty() ? null : selector,
                Tree.objects(service, "spec.ports").stream()
                        .map(ServiceTranslation::port)
                        .toList(),
                Tree.texts(service, "spec.externalIPs"),
                Tree.objects(service, "status.loadBalancer.ingress").stream()
                        .map(address -> Tree.textOr(address, "ip", Tree.text(address, "hostname")))
                        .filter(address -> !address.isEmpty())
                        .toList(),
                Tree.texts(service, "spec.loadBalancerSourceRanges"));
    }

    private static Service.Type type(String type) {
        return switch (type) {
            case "NodePort" -> Service.Type.NODE_PORT;
            case "LoadBalancer" -> Service.Type.LOAD_BALANCER;
            case "ExternalName" -> Service.Type.EXTERNAL_NAME;
            default -> Service.Type.CLUSTER_IP;
        };
    }

    private static Service.Port port(JsonNode port) {
        return new Service.Port(
                Tree.text(port, "name"),
                Tree.integer(port, "port"),
                Tree.text(port, "targetPort"),
                Tree.textOr(port, "protocol", "TCP"),
                Tree.integer(port, "nodePort"));
    }

    Endpoints endpoints(JsonNode endpoints) {
        Stream<JsonNode> addresses = Tree.objects(endpoints, "subsets").stream()
                .flatMap(subset -> Stream.concat(
                        Tree.objects(subset, "addresses").stream(),
                        Tree.objects(subset, "notReadyAddresses").stream()));
        return new Endpoints(metadata.namespaced(endpoints), Metadata.name(endpoints), pods(addresses));
    }

    Endpoints slice(JsonNode slice) {
        String service = Tree.textMap(slice, "metadata.labels").getOrDefault(SERVICE_OF_SLICE, "");
        return new Endpoints(metadata.namespaced(slice), service, pods(Tree.objects(slice, "endpoints").stream()));
    }

    private static List<String> pods(Stream<JsonNode> addresses) {
        return addresses
                .filter(address -> Tree.text(address, "targetRef.kind").equals("Pod"))
                .map(address -> Tree.text(address, "targetRef.name"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
