package dev.breakwater.central.images;

import java.util.Collection;

/** Is told of packages that no image had before. An interface of {@code images}, so that {@code vulnerabilities} plugs in. */
public interface PackagesArrived {

    /**
     * Called in the transaction that stores them, so that no content is ever there with packages that were not matched.
     *
     * @param newPackageIds ids of {@code packages} that are new, sorted
     * @param contentId the first content that has them
     */
    void arrived(Collection<Integer> newPackageIds, int contentId);
}
