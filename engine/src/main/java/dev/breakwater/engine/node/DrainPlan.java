package dev.breakwater.engine.node;

import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would become of what runs on a node if it were emptied, told before anything is done. It is made of the inventory: disruption
 * budgets are not in it, so that whether one would hold a pod back is unknown here; the cluster itself holds every eviction to them.
 *
 * @param node its name
 * @param targets other nodes that are ready and take new pods
 * @param pods each pod of the node once: what is lost first, what stays last
 */
public record DrainPlan(String node, int targets, List<PodFate> pods) {

    /** What would become of a pod. */
    public enum Fate {
        /** Nothing makes it anew. */
        LOST,
        /** It is made anew, but no other node is ready, takes new pods and has the labels that it asks for. */
        NOWHERE,
        /** It is made anew elsewhere; no other pod of its workload runs on another node meanwhile. */
        INTERRUPTED,
        /** It is made anew elsewhere; others of its workload run on other nodes meanwhile. */
        MOVES,
        /** It has ended already, and is cleared away. */
        ENDED,
        /** It stays: of a DaemonSet, or run by the kubelet itself. */
        STAYS;

        /** Whether it is evicted. */
        public boolean isEvicted() {
            return this != STAYS;
        }
    }

    /**
     * A pod on the node with what else is known.
     *
     * @param workload what it belongs to, {@code null} = it is not known
     * @param elsewhere running pods of the same workload on other nodes
     */
    public record Placed(Pod pod, @Nullable WorkloadSpec workload, int elsewhere) {}

    /**
     * What would become of a pod.
     *
     * @param kind of what makes it, {@code Pod} = nothing
     * @param workload the name of what makes it
     * @param elsewhere running pods of the same workload on other nodes
     * @param localData volumes whose data is on this node only, such as {@code cache (emptyDir)}
     * @param localDataKnown false = whether there are such is not known
     */
    public record PodFate(
            String namespace,
            String name,
            String kind,
            String workload,
            Fate fate,
            int elsewhere,
            List<String> localData,
            boolean localDataKnown) {

        public PodFate {
            localData = List.copyOf(localData);
        }

        /** Whether evicting it loses data, or may. */
        public boolean mayLoseData() {
            return fate.isEvicted() && fate != Fate.ENDED && (!localDataKnown || !localData.isEmpty());
        }
    }

    /** By this annotation the kubelet marks pods that it runs by itself. */
    public static final String MIRROR = "kubernetes.io/config.mirror";

    /** Volumes whose data stays on the node, or goes with the pod. */
    public static final Set<String> LOCAL_VOLUMES = Set.of("emptyDir", "hostPath");

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    public DrainPlan {
        pods = List.copyOf(pods);
    }

    /**
     * Makes the plan.
     *
     * @param node the node to be emptied
     * @param others the other nodes of its cluster
     * @param placed the pods on the node
     */
    public static DrainPlan of(Node node, List<Node> others, List<Placed> placed) {
        List<Node> targets = others.stream()
                .filter(other -> !other.meta().name().equals(node.meta().name()))
                .filter(DrainPlan::takesPods)
                .toList();
        List<PodFate> fates = placed.stream()
                .map(pod -> fate(pod, targets))
                .sorted(Comparator.comparing(PodFate::fate)
                        .thenComparing(PodFate::namespace)
                        .thenComparing(PodFate::name))
                .toList();
        return new DrainPlan(node.meta().name(), targets.size(), fates);
    }

    /** Whether pods could move there, as far as the node itself says. */
    private static boolean takesPods(Node node) {
        return !node.unschedulable()
                && node.conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Ready")
                                && condition.status().equals("True"));
    }

    private static PodFate fate(Placed placed, List<Node> targets) {
        Pod pod = placed.pod();
        WorkloadSpec workload = placed.workload();
        List<String> local = workload == null
                ? List.of()
                : workload.template().volumes().stream()
                        .filter(volume -> LOCAL_VOLUMES.contains(volume.type()))
                        .map(volume -> volume.name() + " (" + volume.type() + ")")
                        .toList();
        return new PodFate(
                pod.meta().namespace(),
                pod.meta().name(),
                pod.ownerKind(),
                pod.ownerName(),
                what(placed, targets),
                placed.elsewhere(),
                local,
                workload != null);
    }

    private static Fate what(Placed placed, List<Node> targets) {
        Pod pod = placed.pod();
        if (pod.meta().annotations().containsKey(MIRROR) || pod.ownerKind().equals("DaemonSet")) {
            return Fate.STAYS;
        }
        if (ENDED.contains(pod.phase())) {
            return Fate.ENDED;
        }
        if (pod.ownerKind().equals("Pod")) {
            return Fate.LOST;
        }
        if (targets.stream().noneMatch(target -> fits(placed.workload(), target))) {
            return Fate.NOWHERE;
        }
        return placed.elsewhere() > 0 ? Fate.MOVES : Fate.INTERRUPTED;
    }

    private static boolean fits(@Nullable WorkloadSpec workload, Node target) {
        return workload == null
                || target.meta()
                        .labels()
                        .entrySet()
                        .containsAll(workload.template().nodeSelector().entrySet());
    }

    /** How many pods this would become of. */
    public long count(Fate fate) {
        return pods.stream().filter(pod -> pod.fate() == fate).count();
    }

    /** Whether somebody has to agree to lose pods. */
    public boolean losesPods() {
        return count(Fate.LOST) > 0;
    }

    /** Whether somebody has to agree to lose data, or has to because it is not known. */
    public boolean mayLoseData() {
        return pods.stream().anyMatch(PodFate::mayLoseData);
    }
}
