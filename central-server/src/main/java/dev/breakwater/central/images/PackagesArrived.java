package dev.breakwater.central.images;

import java.util.Collection;

/** Is told of packages that nobody had before. An interface of {@code images}, so that {@code vulnerabilities} plugs in. */
public interface PackagesArrived {

    /**
     * Called in the transaction that stores them, so that none is ever there that would not be matched.
     *
     * @param newPackageIds ids of {@code packages} that are new, sorted
     */
    void arrived(Collection<Integer> newPackageIds);
}
