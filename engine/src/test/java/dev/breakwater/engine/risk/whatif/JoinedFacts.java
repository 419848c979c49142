package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A join as plain as these tests need: one service to a port, one binding to an account. */
final class JoinedFacts {

    private JoinedFacts() {}

    static Workload join(WorkloadSpec spec, Surroundings around) {
        Map<String, ImageDetails> images = new HashMap<>();
        spec.template()
                .containers()
                .forEach(c -> images.put(
                        c.name(), around.images().getOrDefault(c.image().canonical(), ImageDetails.NOT_LOOKED_AT)));
        return new Workload(
                ObjectKey.workloadId(
                        around.cluster(),
                        spec.meta().namespace(),
                        spec.kindName(),
                        spec.meta().name()),
                around.cluster(),
                spec,
                around.namespace().map(n -> n.map(o -> o.meta().labels()).orElse(Map.of())),
                around.ingresses().isKnown()
                        ? around.services().map(services -> exposures(spec, services, around))
                        : Observed.unknown(UnknownReason.FORBIDDEN, "Ingresses cannot be read."),
                around.bindings()
                        .map(b -> new Grants(
                                b.isEmpty() || !spec.template().serviceAccount().equals("pay")
                                        ? Grants.Level.NONE
                                        : Grants.Level.CLUSTER_ADMIN,
                                List.of())),
                around.networkPolicies()
                        .map(all -> new AppliedPolicies(
                                all.stream()
                                        .filter(p -> p.ingress())
                                        .map(p -> p.meta().name())
                                        .toList(),
                                all.stream()
                                        .filter(p -> p.egress())
                                        .map(p -> p.meta().name())
                                        .toList())),
                Observed.known(!Boolean.FALSE.equals(spec.template().automountToken())),
                images,
                Observed.known(Map.of()));
    }

    private static List<Exposure> exposures(WorkloadSpec spec, List<Service> services, Surroundings around) {
        return spec.template().containers().stream()
                .flatMap(c -> c.ports().stream())
                .map(port -> exposure(port, services, around))
                .toList();
    }

    private static Exposure exposure(Container.Port port, List<Service> services, Surroundings around) {
        List<Exposure.Route> routes = new ArrayList<>();
        for (Service service : services) {
            if (service.ports().getFirst().targetPort().equals(String.valueOf(port.containerPort()))) {
                String name = service.meta().name();
                routes.add(new Exposure.Route(method(service), "Service " + name, 80, 0));
                around.ingresses().toOptional().stream()
                        .flatMap(List::stream)
                        .filter(i ->
                                i.backends().stream().anyMatch(b -> b.service().equals(name)))
                        .map(i -> new Exposure.Route(
                                Method.ROUTE, "Ingress " + i.meta().name() + " (any)", 0, 0))
                        .forEach(routes::add);
            }
        }
        if (port.hostPort() > 0) {
            routes.add(new Exposure.Route(Method.HOST, "hostPort", port.hostPort(), 0));
        }
        Method widest = Stream.concat(Stream.of(Method.UNSET), routes.stream().map(Exposure.Route::method))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Exposure(port.containerPort(), port.protocol(), widest, routes);
    }

    private static Method method(Service service) {
        return switch (service.type()) {
            case CLUSTER_IP -> Method.INTERNAL;
            case NODE_PORT -> Method.NODE;
            case LOAD_BALANCER -> Method.EXTERNAL;
            case EXTERNAL_NAME -> Method.UNSET;
        };
    }
}
