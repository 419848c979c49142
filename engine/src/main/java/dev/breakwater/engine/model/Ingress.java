package dev.breakwater.engine.model;

import java.util.List;

/**
 * An ingress (or an OpenShift route): which services it makes reachable from outside.
 *
 * @param className the ingress class, may be empty
 * @param tls whether any host is served by TLS
 */
public record Ingress(ObjectMeta meta, String className, List<Backend> backends, boolean tls) implements ClusterObject {

    /**
     * One rule.
     *
     * @param host the host, empty = any
     * @param servicePort number or name of the service's port
     */
    public record Backend(String host, String path, String service, String servicePort) {}

    public Ingress {
        backends = List.copyOf(backends);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.INGRESS;
    }

    @Override
    public String kindName() {
        return "Ingress";
    }
}
