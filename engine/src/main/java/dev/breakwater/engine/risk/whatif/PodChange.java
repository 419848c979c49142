package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A change to the workload's own object beyond a single container. */
public sealed interface PodChange extends FactChange {

    /** Makes the change. */
    WorkloadSpec edit(WorkloadSpec spec);

    @Override
    default List<String> arguments() {
        return List.of();
    }

    @Override
    default Facts apply(Facts facts, Instant asOf) {
        return facts.withSpec(this::edit);
    }

    /** The namespaces of the node that a pod can share. */
    enum HostNamespace {
        NETWORK,
        PID,
        IPC
    }

    /** Leaves a namespace of the node. */
    record LeaveHostNamespace(HostNamespace namespace) implements PodChange {

        @Override
        public String type() {
            return "leave-host-namespace";
        }

        @Override
        public List<String> arguments() {
            return List.of(namespace.name());
        }

        @Override
        public String label() {
            String name =
                    namespace == HostNamespace.NETWORK ? namespace.name().toLowerCase(Locale.ROOT) : namespace.name();
            return "Leave the node's " + name + " namespace";
        }

        @Override
        public WorkloadSpec edit(WorkloadSpec spec) {
            return WorkloadEdit.edited(spec, w -> {
                w.hostNetwork &= namespace != HostNamespace.NETWORK;
                w.hostPid &= namespace != HostNamespace.PID;
                w.hostIpc &= namespace != HostNamespace.IPC;
            });
        }
    }

    /** Takes a volume and its mounts away. */
    record RemoveVolume(String volume) implements PodChange {

        @Override
        public String type() {
            return "remove-volume";
        }

        @Override
        public List<String> arguments() {
            return List.of(volume);
        }

        @Override
        public String label() {
            return "Remove volume " + volume;
        }

        @Override
        public WorkloadSpec edit(WorkloadSpec spec) {
            return WorkloadEdit.edited(spec, w -> {
                w.volumes =
                        w.volumes.stream().filter(v -> !v.name().equals(volume)).toList();
                w.containers = mounts(w.containers, m -> m.volume().equals(volume) ? Stream.of() : Stream.of(m));
            });
        }
    }

    /** Mounts a volume read-only in every container. */
    record MountReadOnly(String volume) implements PodChange {

        @Override
        public String type() {
            return "mount-read-only";
        }

        @Override
        public List<String> arguments() {
            return List.of(volume);
        }

        @Override
        public String label() {
            return "Mount volume " + volume + " read-only";
        }

        @Override
        public WorkloadSpec edit(WorkloadSpec spec) {
            return WorkloadEdit.edited(
                    spec,
                    w -> w.containers = mounts(
                            w.containers,
                            m -> Stream.of(
                                    m.volume().equals(volume)
                                            ? new VolumeMount(volume, m.path(), m.subPath(), true, m.propagation())
                                            : m)));
        }
    }

    /** No longer gives its pods a service account token. */
    record UnmountToken() implements PodChange {

        @Override
        public String type() {
            return "unmount-token";
        }

        @Override
        public String label() {
            return "Do not mount the service account token";
        }

        @Override
        public WorkloadSpec edit(WorkloadSpec spec) {
            return WorkloadEdit.edited(spec, w -> w.automountToken = false);
        }
    }

    /** Gives each container its own processes again. */
    record SeparateProcesses() implements PodChange {

        @Override
        public String type() {
            return "separate-processes";
        }

        @Override
        public String label() {
            return "Do not share processes between containers";
        }

        @Override
        public WorkloadSpec edit(WorkloadSpec spec) {
            return WorkloadEdit.edited(spec, w -> w.shareProcessNamespace = false);
        }
    }

    /** Sets a label of the workload's object; its pods keep theirs, for selectors rest on those. */
    record SetLabel(String key, String value) implements PodChange {

        @Override
        public String type() {
            return "set-label";
        }

        @Override
        public List<String> arguments() {
            return List.of(key, value);
        }

        @Override
        public String label() {
            return "Label it " + key + "=" + value;
        }

        @Override
        public WorkloadSpec edit(WorkloadSpec spec) {
            return WorkloadEdit.edited(spec, w -> w.labels = with(w.labels, key, value));
        }
    }

    /** Sets an annotation of the workload's object. */
    record SetAnnotation(String key, String value) implements PodChange {

        @Override
        public String type() {
            return "set-annotation";
        }

        @Override
        public List<String> arguments() {
            return List.of(key, value);
        }

        @Override
        public String label() {
            return "Annotate it " + key + "=" + value;
        }

        @Override
        public WorkloadSpec edit(WorkloadSpec spec) {
            return WorkloadEdit.edited(spec, w -> w.annotations = with(w.annotations, key, Text.plain(value)));
        }
    }

    /** Runs another number of pods; nothing for a kind that has no replicas. */
    record SetReplicas(int replicas) implements PodChange {

        @Override
        public String type() {
            return "set-replicas";
        }

        @Override
        public List<String> arguments() {
            return List.of(String.valueOf(replicas));
        }

        @Override
        public String label() {
            return "Run " + replicas + (replicas == 1 ? " pod" : " pods");
        }

        @Override
        public WorkloadSpec edit(WorkloadSpec spec) {
            return WorkloadEdit.edited(spec, w -> w.replicas = w.replicas == null ? null : (Integer) replicas);
        }
    }

    private static List<Container> mounts(
            List<Container> containers, Function<VolumeMount, Stream<VolumeMount>> change) {
        return containers.stream()
                .map(from -> ContainerEdit.edited(
                        from, c -> c.mounts = c.mounts.stream().flatMap(change).toList()))
                .toList();
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
