package dev.breakwater.ui.policies;

import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;

/** A criterion with its values as half a sentence. */
public final class RuleWords {

    private RuleWords() {}

    /** Such as {@code Image Tag is latest}. */
    public static String of(Group group) {
        String joined = String.join(group.operator() == Operator.AND ? " and " : " or ", group.values());
        String is = group.negated() ? " is not " : " is ";
        return group.criterion() + (joined.isEmpty() ? (group.negated() ? " does not hold" : " holds") : is + joined);
    }
}
