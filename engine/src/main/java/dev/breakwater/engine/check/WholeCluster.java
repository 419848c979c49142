package dev.breakwater.engine.check;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * All objects of one cluster, as its sensor holds them, and its workloads put together from them: what central does over its
 * tables, over objects in memory. A kind that the sensor does not see is unknown, never empty.
 */
public final class WholeCluster {

    private final String cluster;
    private final Set<ObjectKind> seen;
    private final ObjectsByPlace objects;
    private final Map<ObjectKey, List<Pod>> pods;
    private final Assembler assembler = new Assembler();

    /**
     * @param cluster its name, as scopes of policies read it
     * @param seen the kinds of which every object is given
     */
    public WholeCluster(String cluster, Collection<ClusterObject> objects, Set<ObjectKind> seen) {
        this.cluster = cluster;
        this.seen = Set.copyOf(seen);
        this.objects = new ObjectsByPlace(objects.stream());
        this.pods = this.objects.all(Pod.class).stream().collect(Collectors.groupingBy(Pod::owner));
    }

    /** Its workloads. */
    public List<WorkloadSpec> workloads() {
        return objects.all(WorkloadSpec.class);
    }

    /** One of its workloads with what the other objects say of it. */
    public Workload assemble(WorkloadSpec spec) {
        String namespace = spec.meta().namespace();
        return assembler.assemble(
                spec,
                new Surroundings(
                        cluster,
                        observe(ObjectKind.NAMESPACE, () -> objects.named(Namespace.class, "", namespace)),
                        observe(ObjectKind.SERVICE, () -> objects.in(Service.class, namespace)),
                        observe(ObjectKind.ENDPOINTS, () -> objects.in(Endpoints.class, namespace)),
                        observe(ObjectKind.INGRESS, () -> objects.in(Ingress.class, namespace)),
                        observe(ObjectKind.NETWORK_POLICY, () -> objects.in(NetworkPolicy.class, namespace)),
                        observe(
                                ObjectKind.SERVICE_ACCOUNT,
                                () -> objects.named(
                                        ServiceAccount.class,
                                        namespace,
                                        spec.template().serviceAccount())),
                        observe(ObjectKind.ROLE_BINDING, () -> objects.reaching(RoleBinding.class, namespace)),
                        observe(ObjectKind.ROLE, () -> objects.reaching(Role.class, namespace)),
                        observe(ObjectKind.POD, () -> pods.getOrDefault(spec.key(), List.of())),
                        Map.of()));
    }

    private <T> Observed<T> observe(ObjectKind kind, Supplier<T> given) {
        return seen.contains(kind)
                ? Observed.known(given.get())
                : Observed.unknown(
                        UnknownReason.NOT_COLLECTED, "The sensor does not see objects of kind " + kind + ".");
    }
}
