package dev.breakwater.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service.
 *
 * @param type how it is reached
 * @param selector the labels of its pods; {@code null} = none, its endpoints are made by others
 * @param loadBalancerAddresses addresses that the cloud gave it, empty until then
 */
public record Service(
        ObjectMeta meta,
        Type type,
        @Nullable Map<String, String> selector,
        List<Port> ports,
        List<String> externalIps,
        List<String> loadBalancerAddresses,
        List<String> loadBalancerSourceRanges)
        implements ClusterObject {

    /** The service types of Kubernetes. */
    public enum Type {
        CLUSTER_IP,
        NODE_PORT,
        LOAD_BALANCER,
        EXTERNAL_NAME
    }

    /**
     * One port of the service.
     *
     * @param targetPort number or name of the container port; empty = same as {@code port}
     * @param nodePort the port on every node, 0 = none
     */
    public record Port(String name, int port, String targetPort, String protocol, int nodePort) {}

    public Service {
        selector = selector == null ? null : Map.copyOf(selector);
        ports = List.copyOf(ports);
        externalIps = List.copyOf(externalIps);
        loadBalancerAddresses = List.copyOf(loadBalancerAddresses);
        loadBalancerSourceRanges = List.copyOf(loadBalancerSourceRanges);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SERVICE;
    }

    @Override
    public String kindName() {
        return "Service";
    }
}
