package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a workload as the Kubernetes object that it was read from, as far as its facts tell of it: what the model does not
 * keep (status, strategies, affinities, the details of probes) is not in it. Read again by
 * {@link KubernetesTranslation}, it gives equal facts. A value that stayed in the cluster is written as what it was.
 */
public final class ManifestWriter {

    private static final Map<String, String> VERSIONS = Map.of(
            "Deployment", "apps/v1",
            "StatefulSet", "apps/v1",
            "DaemonSet", "apps/v1",
            "ReplicaSet", "apps/v1",
            "ReplicationController", "v1",
            "Pod", "v1",
            "Job", "batch/v1",
            "CronJob", "batch/v1",
            "Rollout", "argoproj.io/v1alpha1",
            "DeploymentConfig", "apps.openshift.io/v1");

    private ManifestWriter() {}

    /** The object as a tree, its fields in the order in which people write them. */
    public static ObjectNode write(WorkloadSpec workload) {
        ObjectNode object = node();
        String version = VERSIONS.get(workload.kindName());
        if (version != null) {
            object.put("apiVersion", version);
        }
        object.put("kind", workload.kindName());
        object.set("metadata", metadata(workload.meta()));
        PodTemplate pod = workload.template();
        ObjectNode holder = object;
        String path = pod.path();
        if (!path.equals("spec")) {
            ObjectNode spec = object.putObject("spec");
            own(spec, workload);
            String between = path.substring("spec.".length(), path.length() - ".spec".length());
            holder = spec;
            for (String step : between.split("\\.")) {
                holder = holder.putObject(step);
            }
            ObjectNode meta = holder.putObject("metadata");
            labels(meta, "labels", pod.labels());
            annotations(meta, pod.annotations());
            dropIfEmpty(holder, "metadata");
        }
        PodSpecWriter.write(holder.putObject("spec"), pod);
        return object;
    }

    private static void own(ObjectNode spec, WorkloadSpec workload) {
        if (workload.replicas() != null) {
            spec.put("replicas", workload.replicas());
        }
        if (workload.suspended()) {
            spec.put("suspend", true);
        }
        LabelSelector selector = workload.selector();
        if (selector != null) {
            spec.set("selector", selector(selector));
        }
    }

    static ObjectNode selector(LabelSelector selector) {
        ObjectNode node = node();
        labels(node, "matchLabels", selector.matchLabels());
        if (!selector.matchExpressions().isEmpty()) {
            ArrayNode expressions = node.putArray("matchExpressions");
            for (LabelSelector.Requirement requirement : selector.matchExpressions()) {
                ObjectNode expression = expressions.addObject();
                expression.put("key", requirement.key());
                expression.put(
                        "operator",
                        switch (requirement.operator()) {
                            case IN -> "In";
                            case NOT_IN -> "NotIn";
                            case EXISTS -> "Exists";
                            case DOES_NOT_EXIST -> "DoesNotExist";
                        });
                if (!requirement.values().isEmpty()) {
                    requirement.values().forEach(expression.putArray("values")::add);
                }
            }
        }
        return node;
    }

    private static ObjectNode metadata(ObjectMeta meta) {
        ObjectNode node = node();
        node.put("name", meta.name());
        if (!meta.namespace().isEmpty()) {
            node.put("namespace", meta.namespace());
        }
        labels(node, "labels", meta.labels());
        annotations(node, meta.annotations());
        return node;
    }

    static void labels(ObjectNode node, String field, Map<String, String> labels) {
        if (!labels.isEmpty()) {
            ObjectNode object = node.putObject(field);
            new TreeMap<>(labels).forEach(object::put);
        }
    }

    private static void annotations(ObjectNode node, Map<String, Text> annotations) {
        if (!annotations.isEmpty()) {
            ObjectNode object = node.putObject("annotations");
            new TreeMap<>(annotations).forEach((key, value) -> object.put(key, value.shown()));
        }
    }

    static void dropIfEmpty(ObjectNode node, String field) {
        if (node.path(field).isEmpty()) {
            node.remove(field);
        }
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
