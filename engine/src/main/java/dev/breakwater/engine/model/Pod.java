package dev.breakwater.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running instance of a workload.
 *
 * @param ownerKind kind of the top owner as Kubernetes spells it; {@code Pod} for a bare pod
 * @param ownerName name of the top owner
 * @param phase such as {@code Running}
 */
public record Pod(
        ObjectMeta meta,
        String ownerKind,
        String ownerName,
        String nodeName,
        String phase,
        @Nullable Instant startedAt,
        List<Instance> containers)
        implements ClusterObject {

    /**
     * One container as the kubelet reports it.
     *
     * @param image the reference that the pod asked for
     * @param runningDigest the digest that runs, {@code null} if the kubelet did not say
     * @param state {@code running}, {@code waiting} or {@code terminated}
     */
    public record Instance(
            String name, String image, @Nullable Digest runningDigest, String state, int restarts) {}

    public Pod {
        containers = List.copyOf(containers);
    }

    /** The identity of the workload that this pod belongs to. */
    public ObjectKey owner() {
        return new ObjectKey(ObjectKind.WORKLOAD, ownerKind, meta.namespace(), ownerName);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.POD;
    }

    @Override
    public String kindName() {
        return "Pod";
    }
}
