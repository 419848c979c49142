package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.policy.Policy.Scope;
import java.util.List;

/** How many workloads the places of a policy mean, while they are written. */
public interface ScopeReach {

    /**
     * What places reach.
     *
     * @param workloads in one of the places and in none of the exclusions
     * @param unsure of which it cannot be told, since the labels of their namespace are not known
     * @param all workloads that may be seen
     */
    record Reached(int workloads, int unsure, int all) {}

    /**
     * Counts the workloads that may be seen.
     *
     * @param scopes one is enough; none = everywhere
     * @param exclusions none must hold
     * @throws dev.breakwater.engine.policy.PolicyRejected if a part of one cannot be read
     */
    Reached of(List<Scope> scopes, List<Scope> exclusions, AccessScope reader);
}
