package dev.breakwater.ui.policies.edit;

import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.criteria.CriterionCard;
import java.util.List;
import java.util.stream.Stream;

/** How the values of a criterion combine, and whether the whole is turned round, in words that fit their number. */
enum Quantifier {
    ANY(Operator.OR, false),
    ALL(Operator.AND, false),
    NONE(Operator.OR, true),
    NOT_ALL(Operator.AND, true);

    private final Operator operator;
    private final boolean negated;

    Quantifier(Operator operator, boolean negated) {
        this.operator = operator;
        this.negated = negated;
    }

    static Quantifier of(Group group) {
        return Stream.of(values())
                .filter(one -> one.operator == group.operator() && one.negated == group.negated())
                .findFirst()
                .orElseThrow();
    }

    /** Those that a criterion may have; with one value, both ways to combine mean the same. */
    static List<Quantifier> allowed(CriterionCard card, Group group) {
        boolean several = group.values().size() > 1;
        return Stream.of(values())
                .filter(one -> one == of(group)
                        || ((!one.negated || card.negatable())
                                && (several ? card.operators().contains(one.operator) : one.operator == Operator.OR)))
                .toList();
    }

    String words(CriterionCard card, int values) {
        if (card.inverted()) {
            return values == 1 ? "if missing" : operator == Operator.OR ? "if all missing" : "if any missing";
        }
        if (values == 1) {
            return negated ? "if not" : "if";
        }
        return switch (this) {
            case ANY -> "if any of";
            case ALL -> "if all of";
            case NONE -> "if none of";
            case NOT_ALL -> "if not all of";
        };
    }

    Group applied(Group group) {
        return new Group(group.criterion(), operator, negated, group.values());
    }
}
