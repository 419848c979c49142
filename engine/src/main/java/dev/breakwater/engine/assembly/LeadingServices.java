package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which services lead to the pods of a workload: those whose selector matches, and those without a selector whose
 * endpoints name one of its pods. An external name leads out of the cluster, never here.
 */
final class LeadingServices {

    private LeadingServices() {}

    static Observed<List<Service>> of(WorkloadSpec spec, Surroundings around) {
        return switch (around.services()) {
            case Observed.Unknown<List<Service>> unknown -> unknown;
            case Observed.Known<List<Service>>(List<Service> services) -> among(services, spec, around);
        };
    }

    private static Observed<List<Service>> among(List<Service> services, WorkloadSpec spec, Surroundings around) {
        Map<Boolean, List<Service>> bySelector = services.stream()
                .filter(service -> service.meta().namespace().equals(spec.meta().namespace()))
                .filter(service -> service.type() != Service.Type.EXTERNAL_NAME)
                .collect(Collectors.partitioningBy(LeadingServices::hasSelector));
        List<Service> selecting = bySelector.get(true).stream()
                .filter(service -> selects(service, spec))
                .toList();
        List<Service> withoutSelector = bySelector.get(false);
        if (withoutSelector.isEmpty()) {
            return Observed.known(selecting);
        }
        return switch (around.endpoints()) {
            case Observed.Unknown<List<Endpoints>>(UnknownReason reason, String detail) ->
                Observed.unknown(reason, detail);
            case Observed.Known<List<Endpoints>>(List<Endpoints> endpoints) ->
                byEndpoints(withoutSelector, endpoints, spec, around)
                        .map(named -> Stream.concat(selecting.stream(), named.stream())
                                .toList());
        };
    }

    private static Observed<List<Service>> byEndpoints(
            List<Service> services, List<Endpoints> endpoints, WorkloadSpec spec, Surroundings around) {
        Set<String> names =
                services.stream().map(service -> service.meta().name()).collect(Collectors.toSet());
        List<Endpoints> leading = endpoints.stream()
                .filter(e -> e.meta().namespace().equals(spec.meta().namespace()))
                .filter(e -> names.contains(e.service()) && !e.pods().isEmpty())
                .toList();
        if (leading.isEmpty()) {
            return Observed.known(List.of());
        }
        return podNames(spec, around).map(pods -> {
            Set<String> reaching = leading.stream()
                    .filter(e -> e.pods().stream().anyMatch(pods::contains))
                    .map(Endpoints::service)
                    .collect(Collectors.toSet());
            return services.stream()
                    .filter(service -> reaching.contains(service.meta().name()))
                    .toList();
        });
    }

    private static Observed<Set<String>> podNames(WorkloadSpec spec, Surroundings around) {
        if (spec.kindName().equals("Pod")) {
            return Observed.known(Set.of(spec.meta().name()));
        }
        return around.pods()
                .map(pods -> pods.stream()
                        .filter(pod -> pod.owner().equals(spec.key()))
                        .map(Pod::meta)
                        .map(meta -> meta.name())
                        .collect(Collectors.toSet()));
    }

    private static boolean hasSelector(Service service) {
        Map<String, String> selector = service.selector();
        return selector != null && !selector.isEmpty();
    }

    private static boolean selects(Service service, WorkloadSpec spec) {
        Map<String, String> selector = service.selector();
        return selector != null && spec.podLabels().entrySet().containsAll(selector.entrySet());
    }
}
