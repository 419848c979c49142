package dev.breakwater.engine.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A workload with everything that other objects say of it: what policies and risk judge.
 *
 * @param id UUIDv5 of (cluster, namespace, kind, name)
 * @param cluster the cluster's name
 * @param spec what the object says by itself
 * @param namespaceLabels unknown if the namespace itself was never reported
 * @param exposures one for each port, unknown if services could not be read
 * @param grants what its service account may do, unknown if RBAC could not be read
 * @param networkPolicies those that select it, unknown if they could not be read
 * @param tokenMounted whether its pods get a service account token (pod setting over account setting over the default, yes)
 * @param images what is known of the image of each container, by container name
 * @param running the digests that run, by container name; several during a roll-out
 * @param runningReplicas how many of its pods run, unknown where pods cannot be seen
 * @param accountExists whether there is the service account that its pods name
 */
public record Workload(
        UUID id,
        String cluster,
        WorkloadSpec spec,
        Observed<Map<String, String>> namespaceLabels,
        Observed<List<Exposure>> exposures,
        Observed<Grants> grants,
        Observed<AppliedPolicies> networkPolicies,
        Observed<Boolean> tokenMounted,
        Map<String, ImageDetails> images,
        Observed<Map<String, List<Digest>>> running,
        Observed<Integer> runningReplicas,
        Observed<Boolean> accountExists) {

    /** One of which neither the running pods were counted nor the service account looked for. */
    public Workload(
            UUID id,
            String cluster,
            WorkloadSpec spec,
            Observed<Map<String, String>> namespaceLabels,
            Observed<List<Exposure>> exposures,
            Observed<Grants> grants,
            Observed<AppliedPolicies> networkPolicies,
            Observed<Boolean> tokenMounted,
            Map<String, ImageDetails> images,
            Observed<Map<String, List<Digest>>> running) {
        this(
                id,
                cluster,
                spec,
                namespaceLabels,
                exposures,
                grants,
                networkPolicies,
                tokenMounted,
                images,
                running,
                Observed.unknown(UnknownReason.NOT_COLLECTED, "The running pods were not counted."),
                Observed.unknown(UnknownReason.NOT_COLLECTED, "The service account was not looked for."));
    }

    public Workload {
        images = Map.copyOf(images);
    }

    /** The same as one sees it who looked into no image, as a sensor does. */
    public Workload withoutImages() {
        return new Workload(
                id,
                cluster,
                spec,
                namespaceLabels,
                exposures,
                grants,
                networkPolicies,
                tokenMounted,
                Map.of(),
                running,
                runningReplicas,
                accountExists);
    }

    public String namespace() {
        return spec.meta().namespace();
    }

    public String name() {
        return spec.meta().name();
    }

    public List<Container> containers() {
        return spec.template().containers();
    }

    /** What is known of a container's image; never looked at if nobody told. */
    public ImageDetails imageOf(Container container) {
        return images.getOrDefault(container.name(), ImageDetails.NOT_LOOKED_AT);
    }
}
