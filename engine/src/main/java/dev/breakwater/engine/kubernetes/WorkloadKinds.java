package dev.breakwater.engine.kubernetes;

import java.util.Map;
import java.util.Set;

/** Which kinds make pods, and where their pod template stands. */
final class WorkloadKinds {

    /** Kinds of Kubernetes and of common add-ons that are workloads even with an odd or empty template. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "Deployment", Set.of("apps", "extensions"),
            "StatefulSet", Set.of("apps"),
            "DaemonSet", Set.of("apps", "extensions"),
            "ReplicaSet", Set.of("apps", "extensions"),
            "ReplicationController", Set.of(""),
            "Job", Set.of("batch"),
            "CronJob", Set.of("batch"),
            "Rollout", Set.of("argoproj.io"),
            "DeploymentConfig", Set.of("apps.openshift.io", ""));

    /** Kinds that may leave the template to another object, or to later. */
    private static final Set<String> TEMPLATE_ELSEWHERE = Set.of("Rollout", "DeploymentConfig");

    private static final Set<String> ONE_REPLICA_BY_DEFAULT =
            Set.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout");

    private WorkloadKinds() {}

    /** The group of an {@code apiVersion}, empty for the core one. */
    static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    static boolean isKnown(String group, String kind) {
        return KNOWN.getOrDefault(kind, Set.of()).contains(group);
    }

    /** Whether pods and other objects that it controls are told as its own. */
    static boolean absorbs(Owner owner) {
        return isKnown(owner.group(), owner.kind());
    }

    /** Whether an object of this kind is broken if it holds no containers. */
    static boolean needsTemplate(String group, String kind) {
        return isKnown(group, kind) && !TEMPLATE_ELSEWHERE.contains(kind);
    }

    static boolean hasOneReplicaByDefault(String kind) {
        return ONE_REPLICA_BY_DEFAULT.contains(kind);
    }

    /** Where the template (its {@code metadata} and {@code spec}) stands. */
    static String templatePath(String kind) {
        return kind.equals("CronJob") ? "spec.jobTemplate.spec.template" : "spec.template";
    }
}
