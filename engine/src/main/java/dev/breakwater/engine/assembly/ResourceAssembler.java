package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Joins an object that is no workload with what its neighbours say of it. Pure. */
public final class ResourceAssembler {

    private final Neighbours around;

    public ResourceAssembler(Neighbours around) {
        this.around = around;
    }

    /** The object as policies about objects read it. */
    public Resource assemble(ClusterObject object) {
        Resource.Content content = switch (object) {
            case Role role -> new Resource.OfRole(role.rules());
            case RoleBinding binding -> binding(binding);
            case Service service -> new Resource.OfService(service, selected(service));
            case Ingress ingress -> new Resource.OfIngress(ingress, leadingNowhere(ingress));
            case NetworkPolicy policy -> new Resource.OfNetworkPolicy(policy, selected(policy));
            case ServiceAccount account -> new Resource.OfServiceAccount(account);
            default -> new Resource.Other();
        };
        return new Resource(around.cluster(), object.meta(), object.kindName(), content);
    }

    private Resource.OfBinding binding(RoleBinding binding) {
        Observed<List<Role>> named = around.roles()
                .map(roles -> new KnownRoles(roles).namedBy(binding).toList());
        return new Resource.OfBinding(
                binding.roleKind(),
                binding.roleName(),
                around.roles().map(roles -> rules(binding, new KnownRoles(roles))),
                named.map(roles -> !roles.isEmpty()),
                binding.subjects());
    }

    private static List<Role.Rule> rules(RoleBinding binding, KnownRoles roles) {
        return roles.namedBy(binding).flatMap(roles::rules).toList();
    }

    private Observed<List<String>> selected(Service service) {
        Map<String, String> selector = service.selector();
        if (service.type() == Service.Type.EXTERNAL_NAME || selector == null || selector.isEmpty()) {
            return Observed.unknown(
                    UnknownReason.OUT_OF_SIGHT, "The service has no selector: others say where it leads.");
        }
        return workloadsOf(service.meta().namespace())
                .map(all -> names(all.filter(one -> one.podLabels().entrySet().containsAll(selector.entrySet()))));
    }

    private Observed<List<String>> selected(NetworkPolicy policy) {
        return workloadsOf(policy.meta().namespace())
                .map(all -> names(all.filter(one -> policy.podSelector().matches(one.podLabels()))));
    }

    private Observed<Stream<WorkloadSpec>> workloadsOf(String namespace) {
        return around.workloads()
                .map(all -> all.stream().filter(one -> one.meta().namespace().equals(namespace)));
    }

    private static List<String> names(Stream<WorkloadSpec> workloads) {
        return workloads.map(one -> one.meta().name()).distinct().sorted().toList();
    }

    private Observed<List<String>> leadingNowhere(Ingress ingress) {
        return around.services()
                .map(services -> ingress.backends().stream()
                        .filter(backend -> services.stream()
                                .filter(service -> service.meta()
                                                .namespace()
                                                .equals(ingress.meta().namespace())
                                        && service.meta().name().equals(backend.service()))
                                .noneMatch(service -> offers(service, backend.servicePort())))
                        .map(backend -> backend.service() + ":" + backend.servicePort())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static boolean offers(Service service, String port) {
        return port.isEmpty()
                || service.ports().stream()
                        .anyMatch(one -> one.name().equals(port)
                                || String.valueOf(one.port()).equals(port)
                                || one.targetPort().equals(port));
    }
}
