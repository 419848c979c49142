package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.WorkloadSpec;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates Kubernetes objects into the facts of the model. It is total: whatever an object holds, nothing is thrown;
 * what cannot be read is absent, and only kinds that say nothing of a fleet's safety give nothing, and those of which
 * {@link #problem} says why.
 *
 * <p>Defaults that Kubernetes itself fills in are filled in here too, so that a manifest and the object made from it read
 * the same. Thread-safe if its guard and owners are.
 */
public final class KubernetesTranslation {

    /** Workload kinds whose own objects are always read; of the others the pods tell. */
    private static final Set<String> READ_BY_THEMSELVES =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob");

    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Metadata metadata;
    private final WorkloadTranslation workloads;
    private final PodTranslation pods;
    private final NodeTranslation nodes;
    private final AccessTranslation access;
    private final SecretTranslation secrets;
    private final ServiceTranslation services;
    private final IngressTranslation ingresses;
    private final NetworkPolicyTranslation networkPolicies;

    /**
     * @param guard asked for every text that might be a secret
     * @param owners climbs from the ReplicaSet or Job of a pod to the workload above it
     */
    public KubernetesTranslation(SecretGuard guard, Owners owners) {
        metadata = new Metadata(guard);
        workloads = new WorkloadTranslation(guard, metadata);
        pods = new PodTranslation(metadata, owners);
        nodes = new NodeTranslation(metadata);
        access = new AccessTranslation(metadata);
        secrets = new SecretTranslation(metadata, json);
        services = new ServiceTranslation(metadata);
        ingresses = new IngressTranslation(metadata);
        networkPolicies = new NetworkPolicyTranslation(metadata);
    }

    /** An object as a client of the API holds it, typed or generic. */
    public List<ClusterObject> translate(HasMetadata object) {
        return translate(json.<JsonNode>valueToTree(object));
    }

    /**
     * An object as a tree.
     *
     * @return one fact for most kinds; none for kinds that are not inventoried, for objects without a name, and for
     *     ReplicaSets, Jobs and other workloads that a workload of a known kind controls; for a pod its running instance
     *     (if a cluster has seen it, that is, it has a uid or a status) and, when nothing controls it, its workload
     */
    public List<ClusterObject> translate(JsonNode object) {
        if (Metadata.name(object).isEmpty()) {
            return List.of();
        }
        String kind = Tree.text(object, "kind");
        return switch (WorkloadKinds.group(Tree.text(object, "apiVersion"))) {
            case "" -> core(object, kind);
            case "rbac.authorization.k8s.io" -> rbac(object, kind);
            case "networking.k8s.io", "extensions" -> networking(object, kind);
            case "discovery.k8s.io" -> kind.equals("EndpointSlice") ? List.of(services.slice(object)) : List.of();
            case "route.openshift.io" -> kind.equals("Route") ? List.of(ingresses.route(object)) : List.of();
            default -> workload(object, kind);
        };
    }

    /**
     * Why an object that makes pods gives nothing, in words and without its values: one whose pod spec is no pod spec must not
     * be taken for a workload in which nothing is wrong. Empty for all others.
     */
    public Optional<String> problem(JsonNode object) {
        return shape(object, false);
    }

    /**
     * What a workload lacks that every whole one has: a part of a manifest, such as a patch, is a workload too, but one in
     * which little can be judged. In words, without values; empty if it is whole, or no workload.
     */
    public Optional<String> gap(JsonNode object) {
        return shape(object, true);
    }

    private static Optional<String> shape(JsonNode object, boolean whole) {
        String kind = Tree.text(object, "kind");
        String group = WorkloadKinds.group(Tree.text(object, "apiVersion"));
        if (Metadata.name(object).isEmpty() || isControlled(object)) {
            return Optional.empty();
        }
        if (kind.equals("Pod") && group.isEmpty()) {
            return Shapes.problem(object, "spec", whole);
        }
        boolean makesPods = WorkloadKinds.isKnown(group, kind) || hasContainers(object, kind);
        return makesPods
                ? Shapes.problem(
                        object,
                        WorkloadKinds.templatePath(kind) + ".spec",
                        whole && WorkloadKinds.needsTemplate(group, kind))
                : Optional.empty();
    }

    /** The object that controls this one, whatever its kind. */
    public Optional<Owner> controllerOf(HasMetadata object) {
        return controllerOf(json.<JsonNode>valueToTree(object));
    }

    /** The object that controls this one, whatever its kind. */
    public static Optional<Owner> controllerOf(JsonNode object) {
        return Metadata.controller(object);
    }

    /**
     * The workload of an owner whose own object is not understood (a StrimziPodSet, for one), as one of its pods tells it.
     * To be called for the pods of an owner for which {@link #isWorkload} is false.
     */
    public WorkloadSpec fromPod(String ownerKind, String ownerName, HasMetadata pod) {
        return fromPod(ownerKind, ownerName, json.<JsonNode>valueToTree(pod));
    }

    /** The same for a pod as a tree. */
    public WorkloadSpec fromPod(String ownerKind, String ownerName, JsonNode pod) {
        return workloads.ofOwner(ownerKind, ownerName, pod);
    }

    /** Whether objects of this kind are translated as workloads by themselves, whatever their template. */
    public static boolean isWorkload(Owner owner) {
        return WorkloadKinds.absorbs(owner);
    }

    /** Whether the objects of a workload kind tell of it; of workloads of other kinds their pods do. */
    public static boolean isReadByItself(String kind) {
        return READ_BY_THEMSELVES.contains(kind);
    }

    private List<ClusterObject> core(JsonNode object, String kind) {
        return switch (kind) {
            case "Namespace" -> List.of(namespace(object));
            case "Node" -> List.of(nodes.of(object));
            case "ServiceAccount" -> List.of(access.serviceAccount(object));
            case "Secret" -> List.of(secrets.of(object));
            case "Service" -> List.of(services.service(object));
            case "Endpoints" -> List.of(services.endpoints(object));
            case "Pod" -> pod(object);
            default -> workload(object, kind);
        };
    }

    private List<ClusterObject> rbac(JsonNode object, String kind) {
        return switch (kind) {
            case "Role" -> List.of(access.role(object, false));
            case "ClusterRole" -> List.of(access.role(object, true));
            case "RoleBinding" -> List.of(access.binding(object, false));
            case "ClusterRoleBinding" -> List.of(access.binding(object, true));
            default -> List.of();
        };
    }

    private List<ClusterObject> networking(JsonNode object, String kind) {
        return switch (kind) {
            case "Ingress" -> List.of(ingresses.ingress(object));
            case "NetworkPolicy" -> List.of(networkPolicies.of(object));
            default -> workload(object, kind);
        };
    }

    private List<ClusterObject> workload(JsonNode object, String kind) {
        boolean known = WorkloadKinds.isKnown(WorkloadKinds.group(Tree.text(object, "apiVersion")), kind);
        boolean makesPods = known || hasContainers(object, kind);
        return makesPods && !isControlled(object) && problem(object).isEmpty()
                ? List.of(workloads.withTemplate(object, kind))
                : List.of();
    }

    private static boolean hasContainers(JsonNode object, String kind) {
        return !Tree.objects(object, WorkloadKinds.templatePath(kind) + ".spec.containers")
                .isEmpty();
    }

    private static boolean isControlled(JsonNode object) {
        return Metadata.controller(object).filter(WorkloadKinds::absorbs).isPresent();
    }

    private List<ClusterObject> pod(JsonNode pod) {
        if (problem(pod).isPresent()) {
            return List.of();
        }
        List<ClusterObject> facts = new ArrayList<>();
        if (Tree.has(pod, "status") || !Tree.text(pod, "metadata.uid").isEmpty()) {
            facts.add(pods.of(pod));
        }
        if (PodTranslation.controller(pod).isEmpty()) {
            facts.add(workloads.barePod(pod));
        }
        return facts;
    }

    /** With the label that every API server puts on a namespace by itself and that selectors rely on. */
    private Namespace namespace(JsonNode object) {
        ObjectMeta meta = metadata.clusterScoped(object);
        Map<String, String> labels = new TreeMap<>(meta.labels());
        labels.put(NAME_LABEL, meta.name());
        return new Namespace(new ObjectMeta("", meta.name(), meta.uid(), labels, meta.annotations(), meta.createdAt()));
    }
}
