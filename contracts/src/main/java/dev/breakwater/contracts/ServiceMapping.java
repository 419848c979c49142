package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.EndpointsFacts;
import dev.breakwater.contracts.v1.IngressFacts;
import dev.breakwater.contracts.v1.LabelsFacts;
import dev.breakwater.contracts.v1.ServiceFacts;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Service;

/** What makes pods reachable: services, endpoints and ingresses. */
final class ServiceMapping {

    private ServiceMapping() {}

    static ServiceFacts toWire(Service service) {
        ServiceFacts.Builder wire = ServiceFacts.newBuilder()
                .setMeta(MetaMapping.toWire(service.meta()))
                .setType(toWire(service.type()))
                .addAllExternalIps(Bounds.names("ServiceFacts.external_ips", service.externalIps()))
                .addAllLoadBalancerAddresses(
                        Bounds.names("ServiceFacts.load_balancer_addresses", service.loadBalancerAddresses()))
                .addAllLoadBalancerSourceRanges(
                        Bounds.names("ServiceFacts.load_balancer_source_ranges", service.loadBalancerSourceRanges()));
        if (service.selector() != null) {
            wire.setSelector(
                    LabelsFacts.newBuilder().putAllLabels(Bounds.labels("ServiceFacts.selector", service.selector())));
        }
        Bounds.list("ServiceFacts.ports", service.ports()).forEach(port -> wire.addPorts(toWire(port)));
        return wire.build();
    }

    static Service fromWire(ServiceFacts wire) {
        return new Service(
                MetaMapping.fromWire("ServiceFacts.meta", wire.hasMeta(), wire.getMeta()),
                typeFromWire(wire),
                wire.hasSelector()
                        ? Bounds.labels(
                                "ServiceFacts.selector", wire.getSelector().getLabelsMap())
                        : null,
                Bounds.list("ServiceFacts.ports", wire.getPortsList()).stream()
                        .map(ServiceMapping::fromWire)
                        .toList(),
                Bounds.names("ServiceFacts.external_ips", wire.getExternalIpsList()),
                Bounds.names("ServiceFacts.load_balancer_addresses", wire.getLoadBalancerAddressesList()),
                Bounds.names("ServiceFacts.load_balancer_source_ranges", wire.getLoadBalancerSourceRangesList()));
    }

    static EndpointsFacts toWire(Endpoints endpoints) {
        return EndpointsFacts.newBuilder()
                .setMeta(MetaMapping.toWire(endpoints.meta()))
                .setService(Bounds.name("EndpointsFacts.service", endpoints.service()))
                .addAllPods(Bounds.names("EndpointsFacts.pods", endpoints.pods()))
                .build();
    }

    static Endpoints fromWire(EndpointsFacts wire) {
        return new Endpoints(
                MetaMapping.fromWire("EndpointsFacts.meta", wire.hasMeta(), wire.getMeta()),
                Bounds.name("EndpointsFacts.service", wire.getService()),
                Bounds.names("EndpointsFacts.pods", wire.getPodsList()));
    }

    static IngressFacts toWire(Ingress ingress) {
        IngressFacts.Builder wire = IngressFacts.newBuilder()
                .setMeta(MetaMapping.toWire(ingress.meta()))
                .setKindName(
                        ingress.kindName().equals(Ingress.INGRESS)
                                ? ""
                                : Bounds.name("IngressFacts.kind_name", ingress.kindName()))
                .setClassName(Bounds.name("IngressFacts.class_name", ingress.className()))
                .setTls(ingress.tls());
        Bounds.list("IngressFacts.backends", ingress.backends()).forEach(backend -> wire.addBackends(toWire(backend)));
        return wire.build();
    }

    static Ingress fromWire(IngressFacts wire) {
        return new Ingress(
                MetaMapping.fromWire("IngressFacts.meta", wire.hasMeta(), wire.getMeta()),
                wire.getKindName().isEmpty()
                        ? Ingress.INGRESS
                        : Bounds.name("IngressFacts.kind_name", wire.getKindName()),
                Bounds.name("IngressFacts.class_name", wire.getClassName()),
                Bounds.list("IngressFacts.backends", wire.getBackendsList()).stream()
                        .map(ServiceMapping::fromWire)
                        .toList(),
                wire.getTls());
    }

    private static ServiceFacts.Type toWire(Service.Type type) {
        return switch (type) {
            case CLUSTER_IP -> ServiceFacts.Type.TYPE_CLUSTER_IP;
            case NODE_PORT -> ServiceFacts.Type.TYPE_NODE_PORT;
            case LOAD_BALANCER -> ServiceFacts.Type.TYPE_LOAD_BALANCER;
            case EXTERNAL_NAME -> ServiceFacts.Type.TYPE_EXTERNAL_NAME;
        };
    }

    private static Service.Type typeFromWire(ServiceFacts wire) {
        return switch (wire.getType()) {
            case TYPE_CLUSTER_IP -> Service.Type.CLUSTER_IP;
            case TYPE_NODE_PORT -> Service.Type.NODE_PORT;
            case TYPE_LOAD_BALANCER -> Service.Type.LOAD_BALANCER;
            case TYPE_EXTERNAL_NAME -> Service.Type.EXTERNAL_NAME;
            case TYPE_UNSPECIFIED, UNRECOGNIZED ->
                throw new WireException(
                        "ServiceFacts.type", "number " + wire.getTypeValue(), "a type of this version, 1 to 4");
        };
    }

    private static ServiceFacts.Port toWire(Service.Port port) {
        return ServiceFacts.Port.newBuilder()
                .setName(Bounds.name("Port.name", port.name()))
                .setPort(port.port())
                .setTargetPort(Bounds.name("Port.target_port", port.targetPort()))
                .setProtocol(Bounds.name("Port.protocol", port.protocol()))
                .setNodePort(port.nodePort())
                .build();
    }

    private static Service.Port fromWire(ServiceFacts.Port wire) {
        return new Service.Port(
                Bounds.name("Port.name", wire.getName()),
                wire.getPort(),
                Bounds.name("Port.target_port", wire.getTargetPort()),
                Bounds.name("Port.protocol", wire.getProtocol()),
                wire.getNodePort());
    }

    private static IngressFacts.Backend toWire(Ingress.Backend backend) {
        return IngressFacts.Backend.newBuilder()
                .setHost(Bounds.name("Backend.host", backend.host()))
                .setPath(Bounds.name("Backend.path", backend.path()))
                .setService(Bounds.name("Backend.service", backend.service()))
                .setServicePort(Bounds.name("Backend.service_port", backend.servicePort()))
                .build();
    }

    private static Ingress.Backend fromWire(IngressFacts.Backend wire) {
        return new Ingress.Backend(
                Bounds.name("Backend.host", wire.getHost()),
                Bounds.name("Backend.path", wire.getPath()),
                Bounds.name("Backend.service", wire.getService()),
                Bounds.name("Backend.service_port", wire.getServicePort()));
    }
}
