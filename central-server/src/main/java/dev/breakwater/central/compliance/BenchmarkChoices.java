package dev.breakwater.central.compliance;

import dev.breakwater.central.platform.AccessScope;
import java.util.List;
import java.util.UUID;

/** Which version of CIS Kubernetes each cluster is held to: the one that fits its nodes, unless people choose another. */
public interface BenchmarkChoices {

    /** Each cluster that the reader sees wholly, by name. */
    List<BenchmarkChoice> all(AccessScope scope);

    /**
     * Holds a cluster to a version, whatever its nodes run.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if the standard is no version of CIS Kubernetes
     * @throws dev.breakwater.central.platform.NotFound if there is no such cluster
     */
    void choose(UUID cluster, String standard);

    /**
     * Holds a cluster to the version that fits it again.
     *
     * @throws dev.breakwater.central.platform.NotFound if nobody chose one
     */
    void withdraw(UUID cluster);
}
