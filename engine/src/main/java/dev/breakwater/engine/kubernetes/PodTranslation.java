package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads running pods. */
final class PodTranslation {

    /** Deployment over ReplicaSet over Pod are two steps; a ring of owners must end too. */
    private static final int MOST_STEPS = 8;

    private final Metadata metadata;
    private final Owners owners;

    PodTranslation(Metadata metadata, Owners owners) {
        this.metadata = metadata;
        this.owners = owners;
    }

    Pod of(JsonNode pod) {
        Optional<Owner> owner = topOwner(pod);
        return new Pod(
                metadata.namespaced(pod),
                owner.map(Owner::kind).orElse("Pod"),
                owner.map(Owner::name).orElse(Metadata.name(pod)),
                Tree.text(pod, "spec.nodeName"),
                Tree.text(pod, "status.phase"),
                Tree.instantOrNull(pod, "status.startTime"),
                instances(pod));
    }

    /** The controller that makes it a part of something; a static pod, which its node controls, is bare. */
    static Optional<Owner> controller(JsonNode pod) {
        return Metadata.controller(pod).filter(owner -> !owner.kind().equals("Node"));
    }

    /**
     * The highest owner that is a workload. Above a kind that is understood, only another such kind counts: a Deployment
     * that an operator's resource controls is still what runs.
     */
    private Optional<Owner> topOwner(JsonNode pod) {
        String namespace = metadata.namespaced(pod).namespace();
        Optional<Owner> top = controller(pod);
        for (int step = 0; step < MOST_STEPS && top.isPresent(); step++) {
            Optional<Owner> above = owners.controllerOf(top.get(), namespace).filter(WorkloadKinds::absorbs);
            if (above.isEmpty()) {
                break;
            }
            top = above;
        }
        return top;
    }

    private static List<Pod.Instance> instances(JsonNode pod) {
        List<Pod.Instance> instances = new ArrayList<>();
        for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
            String statuses = list.replace("ontainers", "ontainerStatuses");
            List<JsonNode> reported = Tree.objects(pod, "status." + statuses);
            for (JsonNode container : Tree.objects(pod, "spec." + list)) {
                String name = Tree.text(container, "name");
                JsonNode status = reported.stream()
                        .filter(s -> Tree.text(s, "name").equals(name))
                        .findFirst()
                        .orElse(MissingNode.getInstance());
                instances.add(instance(name, container, status));
            }
        }
        return instances;
    }

    private static Pod.Instance instance(String name, JsonNode container, JsonNode status) {
        return new Pod.Instance(
                name,
                Tree.textOr(container, "image", Tree.text(status, "image")),
                runningDigest(Tree.text(status, "imageID")),
                state(status),
                Tree.integer(status, "restartCount"));
    }

    /**
     * The digest behind the {@code @} of an image id ({@code docker-pullable://repo@sha256:…}). A bare digest is the id of
     * the image's configuration, by which no registry can be asked.
     */
    private static @Nullable Digest runningDigest(String imageId) {
        int at = imageId.lastIndexOf('@');
        return at < 0 ? null : Digest.parse(imageId.substring(at + 1)).orElse(null);
    }

    private static String state(JsonNode status) {
        JsonNode state = Tree.at(status, "state");
        if (state.has("running")) {
            return "running";
        }
        return state.has("terminated") ? "terminated" : "waiting";
    }
}
