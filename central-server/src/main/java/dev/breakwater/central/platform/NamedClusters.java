package dev.breakwater.central.platform;

/** Knows which clusters there are, for requests that name one before a list is asked. */
public interface NamedClusters {

    /**
     * Whether there is such a cluster of which the reader sees something.
     *
     * @param nameOrId a name, in any case, or an id
     */
    boolean isKnown(String nameOrId, AccessScope scope);
}
