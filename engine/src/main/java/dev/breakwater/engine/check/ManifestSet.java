package dev.breakwater.engine.check;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.assembly.Neighbours;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Manifests that were delivered together, and what they say of each other. */
final class ManifestSet {

    private static final String NOT_IN_SIGHT = "The manifests do not show it; the cluster may have it.";

    private final List<ClusterObject> objects;
    private final boolean whole;
    private final Assembler assembler = new Assembler();

    ManifestSet(List<ClusterObject> objects, Absence absence) {
        this.objects = List.copyOf(objects);
        this.whole = absence == Absence.IS_A_FACT;
    }

    private <T extends ClusterObject> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T extends ClusterObject> List<T> of(Class<T> type, String namespace) {
        return all(type).stream()
                .filter(one -> one.meta().namespace().equals(namespace))
                .toList();
    }

    Neighbours neighbours() {
        return new Neighbours(
                "",
                whole || !all(Role.class).isEmpty() ? Observed.known(all(Role.class)) : unseen(),
                whole ? Observed.known(all(Service.class)) : unseen(),
                whole ? Observed.known(all(WorkloadSpec.class)) : unseen());
    }

    private static <T> Observed<T> unseen() {
        return Observed.unknown(UnknownReason.OUT_OF_SIGHT, NOT_IN_SIGHT);
    }

    /** A workload with what the other manifests say of it. */
    Workload workload(WorkloadSpec spec) {
        Workload workload = assembler.assemble(spec, surroundings(spec));
        if (whole) {
            return workload;
        }
        return new Workload(
                workload.id(),
                workload.cluster(),
                spec,
                workload.namespaceLabels(),
                unless(
                        workload.exposures(),
                        exposures ->
                                exposures.stream().allMatch(exposure -> exposure.method() == Exposure.Method.UNSET)),
                unless(workload.grants(), grants -> grants.level() == Grants.Level.NONE),
                unless(workload.networkPolicies(), ManifestSet::leavesADirection),
                spec.template().automountToken() == null && account(spec).isEmpty()
                        ? unseen()
                        : workload.tokenMounted(),
                workload.images(),
                workload.running(),
                workload.runningReplicas(),
                unless(workload.accountExists(), exists -> !exists));
    }

    /** A policy that is not here may be there: only what is limited in both directions is known. */
    private static boolean leavesADirection(AppliedPolicies policies) {
        return policies.ingress().isEmpty() || policies.egress().isEmpty();
    }

    private static <T> Observed<T> unless(Observed<T> fact, Predicate<T> saysNothing) {
        return fact instanceof Observed.Known<T>(T value) && saysNothing.test(value) ? unseen() : fact;
    }

    private List<ServiceAccount> account(WorkloadSpec spec) {
        return of(ServiceAccount.class, spec.meta().namespace()).stream()
                .filter(one -> one.meta().name().equals(spec.template().serviceAccount()))
                .toList();
    }

    private Surroundings surroundings(WorkloadSpec spec) {
        String namespace = spec.meta().namespace();
        List<Namespace> named = all(Namespace.class).stream()
                .filter(one -> one.meta().name().equals(namespace))
                .toList();
        return new Surroundings(
                "",
                named.isEmpty() ? unseen() : Observed.known(named.stream().findFirst()),
                Observed.known(of(Service.class, namespace)),
                Observed.known(of(Endpoints.class, namespace)),
                Observed.known(of(Ingress.class, namespace)),
                Observed.known(of(NetworkPolicy.class, namespace)),
                Observed.known(account(spec).stream().findFirst()),
                Observed.known(all(RoleBinding.class)),
                Observed.known(all(Role.class)),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, "Manifests have no running pods."),
                images(spec));
    }

    /** Scans are out of sight altogether, which is another thing than an image that nobody scanned. */
    private static Map<String, ImageDetails> images(WorkloadSpec spec) {
        Map<String, ImageDetails> images = new HashMap<>();
        spec.template()
                .containers()
                .forEach(container -> images.put(
                        container.image().canonical(),
                        new ImageDetails(unseen(), unseen(), unseen(), unseen(), unseen(), unseen())));
        return images;
    }
}
