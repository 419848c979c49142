package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy;
import java.util.Collection;

/**
 * Policies that are written elsewhere, such as in Git, and applied as a whole. What an origin applied is changed by that origin
 * alone; of built-in policies it may set what people may.
 */
public interface PoliciesAsCode {

    /**
     * How policies are applied.
     *
     * @param origin what says where they are written, such as {@code git:policies}; by it they are known again
     * @param prune whether policies of this origin that are not among them any more are deleted
     * @param adopt whether policies that were written in the console, or come from elsewhere, are taken over
     * @param reason why, may be empty
     */
    record Wish(String origin, boolean prune, boolean adopt, String reason) {}

    /**
     * What would be done, without doing it.
     *
     * @throws dev.breakwater.engine.policy.PolicyRejected naming everything that could not be saved
     * @throws dev.breakwater.central.platform.InvalidRequest if there is none, or an id or a name stands twice
     */
    ApplyPlan plan(Collection<Policy> policies, Wish wish);

    /**
     * Does it, all in one change of the set, or nothing. For administrators.
     *
     * @throws dev.breakwater.engine.policy.PolicyRejected as for {@link #plan}
     * @throws dev.breakwater.central.platform.InvalidRequest as for {@link #plan}
     * @throws dev.breakwater.central.platform.Conflict if one of them would be refused
     */
    ApplyPlan apply(Collection<Policy> policies, Wish wish);
}
