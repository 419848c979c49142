package dev.breakwater.central.fleet;

import java.util.List;
import java.util.UUID;

/**
 * Takes the policies that a cluster declares itself, as resources of kind {@code SecurityPolicy}. An interface of
 * {@code fleet} so that a higher capability plugs in. Called outside of transactions.
 */
public interface PolicyDeclarations {

    /** The most resources of a cluster. */
    int MOST = 500;

    /** The longest document, in bytes of UTF-8. */
    int LONGEST = 65_536;

    /**
     * A resource.
     *
     * @param document its spec as JSON; empty = it is longer than {@link #LONGEST}, and was not sent
     */
    record Declared(String namespace, String name, String document) {}

    /**
     * A resource that was kept out.
     *
     * @param why naming field, value and what is allowed
     */
    record Refusal(String namespace, String name, String why) {}

    /**
     * What is declared replaces what this cluster declared before. One that is refused keeps none of the others out, and what
     * it said before it broke holds on.
     *
     * @param whole whether what is not among them does not exist; otherwise nothing is removed
     * @return what was refused
     */
    List<Refusal> declared(UUID clusterId, List<Declared> policies, boolean whole);

    /** The cluster was removed: what it declared goes with it. */
    void removed(UUID clusterId, String cluster);
}
