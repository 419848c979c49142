package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy;
import java.util.List;
import java.util.UUID;

/**
 * What applying policies does, each policy by itself: first those that are given, in their order, then those that are deleted.
 *
 * @param origin from where they come
 */
public record ApplyPlan(String origin, List<Step> steps) {

    /** What is done to a policy. */
    public enum Action {
        CREATE,
        CHANGE,
        DELETE,
        /** It is so already. */
        UNCHANGED,
        /** It cannot be: nothing at all is applied. */
        REFUSED
    }

    /**
     * What is done to one policy.
     *
     * @param wanted as it is written; of one that is deleted, as it is kept
     * @param why it is refused, or what is to be known of it; may be empty
     */
    public record Step(Action action, Policy wanted, String why) {

        public UUID id() {
            return wanted.id();
        }

        /** What a dry run judges: a policy that is deleted is one that is switched off. */
        public Policy draft() {
            return action == Action.DELETE ? wanted.switched(false) : wanted;
        }
    }

    public ApplyPlan {
        steps = List.copyOf(steps);
    }

    /** Those to which this is done. */
    public List<Step> of(Action action) {
        return steps.stream().filter(step -> step.action() == action).toList();
    }
}
