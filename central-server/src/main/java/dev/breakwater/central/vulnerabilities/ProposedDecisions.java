package dev.breakwater.central.vulnerabilities;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Vulnerability;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * What people decided and what suppliers say in VEX documents, as it would hold of packages that are not there yet: the same exceptions and statements, by
 * the same rules, as lists, policies and risk count.
 */
public interface ProposedDecisions {

    /**
     * A package as it would be installed.
     *
     * @param vulnerabilities that would be found in it, by their ids
     */
    record Proposed(InstalledPackage installed, Set<String> vulnerabilities) {

        public Proposed {
            vulnerabilities = Set.copyOf(vulnerabilities);
        }
    }

    /** What would hold. */
    interface Answer {

        /**
         * @param image by its name in the workload
         * @param installed one of those that were proposed
         */
        Vulnerability.State of(UUID workload, String image, InstalledPackage installed, String vulnerability);
    }

    /**
     * What would hold in these workloads. A statement that names one image by its digest holds of none of them, since an image with another package in it is
     * another image. A fixed number of queries.
     */
    Answer of(Collection<UUID> workloads, Collection<Proposed> proposed);
}
