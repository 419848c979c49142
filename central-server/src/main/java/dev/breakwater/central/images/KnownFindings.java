package dev.breakwater.central.images;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Vulnerability;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known to be wrong with packages. An interface of {@code images}, so that {@code vulnerabilities} plugs in. */
public interface KnownFindings {

    /**
     * By package id. A package that no loaded feed speaks for is unknown, with the reason; one of which nothing bad is known has
     * an empty list. What people decided is not in it.
     */
    Map<Integer, Observed<List<Vulnerability>>> ofPackages(Collection<Integer> packageIds);

    /** What people decided, as it holds where these workloads run; workloads without a decision are left out. */
    Map<UUID, Decided> decidedFor(Collection<UUID> workloadIds);

    /** The decisions that hold for one workload. */
    interface Decided {

        /**
         * @param contentId the image's content
         * @param packageId the package in it
         * @param vulnerability its id or an alias
         */
        Vulnerability.State of(int contentId, int packageId, String vulnerability);
    }
}
