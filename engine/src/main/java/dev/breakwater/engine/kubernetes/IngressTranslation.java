package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Ingress;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads ingresses of all API versions, and OpenShift's routes. */
final class IngressTranslation {

    private static final String OLD_CLASS = "kubernetes.io/ingress.class";

    private final Metadata metadata;

    IngressTranslation(Metadata metadata) {
        this.metadata = metadata;
    }

    Ingress ingress(JsonNode ingress) {
        List<Ingress.Backend> backends = new ArrayList<>();
        addBackend(backends, "", "", Tree.at(ingress, "spec.defaultBackend"));
        addBackend(backends, "", "", Tree.at(ingress, "spec.backend"));
        for (JsonNode rule : Tree.objects(ingress, "spec.rules")) {
            for (JsonNode path : Tree.objects(rule, "http.paths")) {
                addBackend(backends, Tree.text(rule, "host"), Tree.text(path, "path"), Tree.at(path, "backend"));
            }
        }
        String oldClass = Tree.textMap(ingress, "metadata.annotations").getOrDefault(OLD_CLASS, "");
        return new Ingress(
                metadata.namespaced(ingress),
                Ingress.INGRESS,
                Tree.textOr(ingress, "spec.ingressClassName", oldClass),
                backends,
                !Tree.objects(ingress, "spec.tls").isEmpty());
    }

    private static void addBackend(List<Ingress.Backend> backends, String host, String path, JsonNode backend) {
        String service = Tree.textOr(backend, "service.name", Tree.text(backend, "serviceName"));
        if (!service.isEmpty()) {
            String named = Tree.textOr(backend, "service.port.name", Tree.text(backend, "servicePort"));
            backends.add(new Ingress.Backend(host, path, service, Tree.textOr(backend, "service.port.number", named)));
        }
    }

    Ingress route(JsonNode route) {
        List<JsonNode> targets = new ArrayList<>(Tree.objects(route, "spec.alternateBackends"));
        targets.addFirst(Tree.at(route, "spec.to"));
        List<Ingress.Backend> backends = targets.stream()
                .filter(target -> Tree.textOr(target, "kind", "Service").equals("Service"))
                .map(target -> Tree.text(target, "name"))
                .filter(service -> !service.isEmpty())
                .map(service -> new Ingress.Backend(
                        Tree.text(route, "spec.host"),
                        Tree.text(route, "spec.path"),
                        service,
                        Tree.text(route, "spec.port.targetPort")))
                .toList();
        return new Ingress(
                metadata.namespaced(route), Ingress.ROUTE, "", backends, Tree.has(Tree.at(route, "spec"), "tls"));
    }
}
