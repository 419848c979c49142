package dev.breakwater.engine.model;

import java.util.List;

/**
 * One port of a workload and how far it can be reached, joined from containers, services and ingresses.
 *
 * @param containerPort the port in the container
 * @param method the widest reach
 * @param routes each way that leads to it, widest first
 */
public record Exposure(int containerPort, String protocol, Method method, List<Route> routes) {

    /** How far a port can be reached, narrowest first. */
    public enum Method {
        /** Declared by a container, but no service leads to it. */
        UNSET,
        /** Within the cluster. */
        INTERNAL,
        /** On the node's own address by a host port. */
        HOST,
        /** On every node by a node port. */
        NODE,
        /** From outside by an ingress or a route. */
        ROUTE,
        /** From outside by a load balancer or an external address. */
        EXTERNAL;

        /** Whether a peer outside of the cluster's own network may reach it. */
        public boolean isOutside() {
            return this == ROUTE || this == EXTERNAL;
        }
    }

    /**
     * One way to the port.
     *
     * @param via {@code Service web}, {@code Ingress shop (shop.example.com)}, {@code hostPort}
     * @param port the port at which it is entered, 0 = as the ingress says
     * @param nodePort the node port, 0 = none
     */
    public record Route(Method method, String via, int port, int nodePort) {}

    public Exposure {
        routes = List.copyOf(routes);
    }
}
