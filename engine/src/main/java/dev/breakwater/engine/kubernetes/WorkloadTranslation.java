package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what makes pods. */
final class WorkloadTranslation {

    private final Metadata metadata;
    private final PodTemplateTranslation templates;

    WorkloadTranslation(SecretGuard guard, Metadata metadata) {
        this.metadata = metadata;
        this.templates = new PodTemplateTranslation(guard, metadata);
    }

    /** A kind with a pod template. */
    WorkloadSpec withTemplate(JsonNode object, String kind) {
        String path = WorkloadKinds.templatePath(kind);
        PodTemplate template = templates.of(Tree.at(object, path), path + ".spec");
        return new WorkloadSpec(
                metadata.namespaced(object),
                kind,
                generation(object),
                replicas(object, kind),
                selector(object, kind, template),
                Tree.flag(object, "spec.suspend"),
                template);
    }

    /** A pod that nothing makes. */
    WorkloadSpec barePod(JsonNode pod) {
        PodTemplate template = InjectedParts.without(templates.of(pod, "spec"));
        return new WorkloadSpec(metadata.namespaced(pod), "Pod", generation(pod), null, null, false, template);
    }

    /** What one of its pods tells of an owner whose own kind is not understood. */
    WorkloadSpec ofOwner(String ownerKind, String ownerName, JsonNode pod) {
        ObjectMeta own = metadata.namespaced(pod);
        PodTemplate template = InjectedParts.withoutTracesOfOnePod(templates.of(pod, "spec"));
        ObjectMeta meta =
                new ObjectMeta(own.namespace(), ownerName, "", template.labels(), template.annotations(), null);
        return new WorkloadSpec(meta, ownerKind, 0, null, null, false, template);
    }

    private static long generation(JsonNode object) {
        Long generation = Tree.numberOrNull(object, "metadata.generation");
        return generation == null ? 0 : generation;
    }

    private static @Nullable Integer replicas(JsonNode object, String kind) {
        Integer replicas = Tree.integerOrNull(object, "spec.replicas");
        return replicas == null && WorkloadKinds.hasOneReplicaByDefault(kind) ? Integer.valueOf(1) : replicas;
    }

    private static @Nullable LabelSelector selector(JsonNode object, String kind, PodTemplate template) {
        LabelSelector selector = Selectors.ofEitherForm(object, "spec.selector");
        boolean followsLabels = kind.equals("ReplicationController");
        return selector == null && followsLabels ? new LabelSelector(template.labels(), List.of()) : selector;
    }
}
