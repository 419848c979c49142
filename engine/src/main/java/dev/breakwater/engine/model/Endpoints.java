package dev.breakwater.engine.model;

import java.util.List;

/**
 * Where a service leads when its own selector does not say: the pods named by its Endpoints or EndpointSlice.
 *
 * @param service the name of the service
 * @param pods the names of the target pods, sorted; addresses without a pod are outside of the cluster
 */
public record Endpoints(ObjectMeta meta, String service, List<String> pods) implements ClusterObject {

    public Endpoints {
        pods = List.copyOf(pods);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ENDPOINTS;
    }

    @Override
    public String kindName() {
        return "Endpoints";
    }
}
