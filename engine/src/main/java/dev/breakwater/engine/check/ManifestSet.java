package dev.breakwater.engine.check;

import dev.breakwater.engine.assembly.Neighbours;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.ImageDetails;
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
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of a set of manifests, and what surrounds each of its workloads as far as the set shows it. */
final class ManifestSet {

    private static final String ELSEWHERE = "The manifests do not show it; the cluster may have it.";

    private final String cluster;
    private final Set<ObjectKind> whole;
    private final Map<String, ImageDetails> images;
    private final ObjectsByPlace objects;

    /**
     * @param cluster the name of the cluster that they are for, as scopes read it
     * @param known what is known of that cluster beside them
     */
    ManifestSet(String cluster, Collection<ClusterObject> objects, Absence absence, KnownCluster known) {
        this.cluster = cluster;
        this.whole = absence == Absence.IS_A_FACT ? EnumSet.allOf(ObjectKind.class) : known.seen();
        this.images = known.images();
        this.objects = new ObjectsByPlace(together(objects, known.objects()));
    }

    /** The cluster once the set is applied to it. Pods are left out: those that run are not of the set's workloads. */
    private static Stream<ClusterObject> together(Collection<ClusterObject> objects, Collection<ClusterObject> known) {
        Set<ObjectKey> replaced = objects.stream().map(ClusterObject::key).collect(Collectors.toSet());
        return Stream.concat(
                objects.stream(),
                known.stream()
                        .filter(object -> !(object instanceof Pod))
                        .filter(object -> !replaced.contains(object.key())));
    }

    /** Whether nothing of the part can be elsewhere. */
    private boolean isWhole(Part part) {
        return switch (part) {
            case EXPOSURE -> whole.containsAll(Set.of(ObjectKind.SERVICE, ObjectKind.ENDPOINTS, ObjectKind.INGRESS));
            case NETWORK_POLICIES -> whole.contains(ObjectKind.NETWORK_POLICY);
            case GRANTS -> whole.containsAll(Set.of(ObjectKind.ROLE, ObjectKind.ROLE_BINDING));
        };
    }

    /** What the set says of objects other than workloads. */
    Neighbours neighbours() {
        return new Neighbours(
                cluster,
                whole.contains(ObjectKind.ROLE) || objects.hasAny(Role.class)
                        ? Observed.known(objects.all(Role.class))
                        : outOfSight(),
                whole.contains(ObjectKind.SERVICE) ? Observed.known(objects.all(Service.class)) : outOfSight(),
                whole.contains(ObjectKind.WORKLOAD) ? Observed.known(objects.all(WorkloadSpec.class)) : outOfSight());
    }

    /**
     * What surrounds a workload.
     *
     * @param absent parts that are taken to be empty, whatever the set holds
     * @param unseen parts that are taken to be unknown, whatever the set holds, unless all of them is known
     */
    Surroundings around(WorkloadSpec spec, Set<Part> absent, Set<Part> unseen) {
        String namespace = spec.meta().namespace();
        View view = new View(absent, unseen);
        return new Surroundings(
                cluster,
                one(Namespace.class, ObjectKind.NAMESPACE, "", namespace),
                view.of(Part.EXPOSURE, () -> objects.in(Service.class, namespace)),
                view.of(Part.EXPOSURE, () -> objects.in(Endpoints.class, namespace)),
                view.of(Part.EXPOSURE, () -> objects.in(Ingress.class, namespace)),
                view.of(Part.NETWORK_POLICIES, () -> objects.in(NetworkPolicy.class, namespace)),
                one(
                        ServiceAccount.class,
                        ObjectKind.SERVICE_ACCOUNT,
                        namespace,
                        spec.template().serviceAccount()),
                view.of(Part.GRANTS, () -> objects.reaching(RoleBinding.class, namespace)),
                view.of(Part.GRANTS, () -> objects.reaching(Role.class, namespace)),
                pods(namespace),
                images(spec));
    }

    /** What surrounds a workload, taking what the set holds of a part for all there is of it; of what it holds nothing, unknown. */
    Surroundings asFarAsItShows(WorkloadSpec spec) {
        Set<Part> nothing = EnumSet.allOf(Part.class);
        nothing.removeAll(partsAround(spec));
        return around(spec, Set.of(), nothing);
    }

    private Map<String, ImageDetails> images(WorkloadSpec spec) {
        return spec.template().containers().stream()
                .map(container -> container.image().canonical())
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> images.getOrDefault(name, ImageDetails.OUT_OF_SIGHT)));
    }

    /** The parts of which the set holds something that may concern a workload, while there may be more. */
    Set<Part> partsAround(WorkloadSpec spec) {
        String namespace = spec.meta().namespace();
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (!objects.in(Service.class, namespace).isEmpty()
                || !objects.in(Ingress.class, namespace).isEmpty()) {
            parts.add(Part.EXPOSURE);
        }
        if (!objects.in(NetworkPolicy.class, namespace).isEmpty()) {
            parts.add(Part.NETWORK_POLICIES);
        }
        if (!objects.reaching(RoleBinding.class, namespace).isEmpty()) {
            parts.add(Part.GRANTS);
        }
        parts.removeIf(this::isWhole);
        return parts;
    }

    private final class View {

        private final Set<Part> absent;
        private final Set<Part> unseen;

        View(Set<Part> absent, Set<Part> unseen) {
            this.absent = absent;
            this.unseen = unseen;
        }

        <T> Observed<List<T>> of(Part part, Supplier<List<T>> given) {
            if (unseen.contains(part) && !isWhole(part)) {
                return outOfSight();
            }
            return Observed.known(absent.contains(part) ? List.of() : given.get());
        }
    }

    /** An object that is known by its name: it is there, or it may be elsewhere. */
    private <T extends ClusterObject> Observed<Optional<T>> one(
            Class<T> type, ObjectKind kind, String namespace, String name) {
        Optional<T> found = objects.named(type, namespace, name);
        return found.isPresent() || whole.contains(kind) ? Observed.known(found) : outOfSight();
    }

    private static <T> Observed<T> outOfSight() {
        return Observed.unknown(UnknownReason.OUT_OF_SIGHT, ELSEWHERE);
    }

    private Observed<List<Pod>> pods(String namespace) {
        return objects.hasAny(Pod.class)
                ? Observed.known(objects.in(Pod.class, namespace))
                : Observed.unknown(UnknownReason.OUT_OF_SIGHT, "Manifests have no running pods.");
    }
}
