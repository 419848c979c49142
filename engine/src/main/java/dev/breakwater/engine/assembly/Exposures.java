package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.model.Exposure.Route;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;

/**
 * How far each port of a workload can be reached. Services are asked first; ingresses and endpoints only matter, and only
 * then make the answer unknown, where a service exists that they could lead through.
 */
final class Exposures {

    private final WorkloadSpec spec;
    private final ExposedPorts ports;

    private Exposures(WorkloadSpec spec) {
        this.spec = spec;
        this.ports = new ExposedPorts(spec.template());
    }

    static Observed<List<Exposure>> of(WorkloadSpec spec, Surroundings around) {
        return switch (LeadingServices.of(spec, around)) {
            case Observed.Unknown<List<Service>>(UnknownReason reason, String detail) ->
                Observed.unknown(reason, detail);
            case Observed.Known<List<Service>>(List<Service> services)
            when services.isEmpty() -> Observed.known(new Exposures(spec).joined(List.of(), List.of()));
            case Observed.Known<List<Service>>(List<Service> services) ->
                around.ingresses().map(ingresses -> new Exposures(spec).joined(services, ingresses));
        };
    }

    private List<Exposure> joined(List<Service> services, List<Ingress> ingresses) {
        List<Ingress> near = ingresses.stream()
                .filter(ingress -> ingress.meta().namespace().equals(spec.meta().namespace()))
                .toList();
        for (Service service : services) {
            for (Service.Port port : service.ports()) {
                ports.target(port).ifPresent(target -> {
                    ports.add(target, direct(service, port));
                    near.forEach(ingress -> addRoutes(ingress, service, port, target));
                });
            }
        }
        return ports.exposures();
    }

    private static Route direct(Service service, Service.Port port) {
        return new Route(method(service), "Service " + service.meta().name(), port.port(), port.nodePort());
    }

    private static Method method(Service service) {
        if (!service.externalIps().isEmpty()) {
            return Method.EXTERNAL;
        }
        return switch (service.type()) {
            case CLUSTER_IP, EXTERNAL_NAME -> Method.INTERNAL;
            case NODE_PORT -> Method.NODE;
            case LOAD_BALANCER -> Method.EXTERNAL;
        };
    }

    private void addRoutes(Ingress ingress, Service service, Service.Port port, ExposedPorts.Key target) {
        for (Ingress.Backend backend : ingress.backends()) {
            if (backend.service().equals(service.meta().name()) && names(backend.servicePort(), port)) {
                String host = backend.host().isEmpty() ? "" : " (" + backend.host() + ")";
                ports.add(
                        target,
                        new Route(Method.ROUTE, "Ingress " + ingress.meta().name() + host, 0, 0));
            }
        }
    }

    /**
     * Whether a backend means this port. Ingresses name it by number or name; OpenShift's routes name the target port, or
     * no port, which is all of them.
     */
    private static boolean names(String backendPort, Service.Port port) {
        return backendPort.isEmpty()
                || backendPort.equals(Integer.toString(port.port()))
                || backendPort.equals(port.name())
                || backendPort.equals(port.targetPort());
    }
}
