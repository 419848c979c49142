package dev.breakwater.engine.model;

import java.util.List;

/**
 * An ingress (or an OpenShift route): which services it makes reachable from outside.
 *
 * @param kindName {@link #INGRESS} or {@link #ROUTE}, empty = the first; the two may bear the same name in one namespace
 * @param className the ingress class, may be empty
 * @param tls whether any host is served by TLS
 */
public record Ingress(ObjectMeta meta, String kindName, String className, List<Backend> backends, boolean tls)
        implements ClusterObject {

    /** The kind of Kubernetes itself. */
    public static final String INGRESS = "Ingress";

    /** The kind of OpenShift. */
    public static final String ROUTE = "Route";

    /**
     * One rule.
     *
     * @param host the host, empty = any
     * @param servicePort number or name of the service's port
     */
    public record Backend(String host, String path, String service, String servicePort) {}

    public Ingress {
        kindName = kindName.isEmpty() ? INGRESS : kindName;
        backends = List.copyOf(backends);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.INGRESS;
    }
}
