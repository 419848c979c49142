package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import java.util.List;
import java.util.UUID;

/** Whether central and sensors find the same. */
public interface Agreements {

    /**
     * How it stands with one cluster.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such cluster within the scope
     */
    Agreement of(UUID clusterId, AccessScope scope);

    /** How it stands with every cluster that the reader sees as a whole, by name. */
    List<Agreement> all(AccessScope scope);
}
