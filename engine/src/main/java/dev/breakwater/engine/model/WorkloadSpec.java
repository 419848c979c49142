package dev.breakwater.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a top-level owner of pods says by itself.
 *
 * @param kindName the kind as Kubernetes spells it: {@code Deployment}, {@code CronJob}, {@code Pod}, {@code Rollout} …
 * @param generation the object's generation, 0 = unknown
 * @param replicas wanted replicas; {@code null} where the kind has none (DaemonSet, Job)
 * @param selector which pods it owns; {@code null} where the kind has none
 * @param suspended a CronJob or Job that does not run
 * @param template the pod template
 */
public record WorkloadSpec(
        ObjectMeta meta,
        String kindName,
        long generation,
        @Nullable Integer replicas,
        @Nullable LabelSelector selector,
        boolean suspended,
        PodTemplate template)
        implements ClusterObject {

    @Override
    public ObjectKind kind() {
        return ObjectKind.WORKLOAD;
    }

    /** The labels that services and network policies select by. */
    public Map<String, String> podLabels() {
        return template.labels();
    }
}
