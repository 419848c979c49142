package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.LabelSelectorFacts;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.LabelSelector.Operator;
import dev.breakwater.engine.model.LabelSelector.Requirement;

/** Label selectors; where one may be missing, its owner says so. */
final class SelectorMapping {

    private SelectorMapping() {}

    static LabelSelectorFacts toWire(LabelSelector selector) {
        LabelSelectorFacts.Builder wire = LabelSelectorFacts.newBuilder()
                .putAllMatchLabels(Bounds.labels("LabelSelectorFacts.match_labels", selector.matchLabels()));
        for (Requirement requirement :
                Bounds.list("LabelSelectorFacts.match_expressions", selector.matchExpressions())) {
            wire.addMatchExpressions(toWire(requirement));
        }
        return wire.build();
    }

    static LabelSelector fromWire(LabelSelectorFacts wire) {
        return new LabelSelector(
                Bounds.labels("LabelSelectorFacts.match_labels", wire.getMatchLabelsMap()),
                Bounds.list("LabelSelectorFacts.match_expressions", wire.getMatchExpressionsList()).stream()
                        .map(SelectorMapping::fromWire)
                        .toList());
    }

    private static LabelSelectorFacts.Requirement toWire(Requirement requirement) {
        return LabelSelectorFacts.Requirement.newBuilder()
                .setKey(Bounds.name("Requirement.key", requirement.key()))
                .setOperator(
                        switch (requirement.operator()) {
                            case IN -> LabelSelectorFacts.Operator.OPERATOR_IN;
                            case NOT_IN -> LabelSelectorFacts.Operator.OPERATOR_NOT_IN;
                            case EXISTS -> LabelSelectorFacts.Operator.OPERATOR_EXISTS;
                            case DOES_NOT_EXIST -> LabelSelectorFacts.Operator.OPERATOR_DOES_NOT_EXIST;
                        })
                .addAllValues(Bounds.names("Requirement.values", requirement.values()))
                .build();
    }

    private static Requirement fromWire(LabelSelectorFacts.Requirement wire) {
        Operator operator = switch (wire.getOperator()) {
            case OPERATOR_IN -> Operator.IN;
            case OPERATOR_NOT_IN -> Operator.NOT_IN;
            case OPERATOR_EXISTS -> Operator.EXISTS;
            case OPERATOR_DOES_NOT_EXIST -> Operator.DOES_NOT_EXIST;
            case OPERATOR_UNSPECIFIED, UNRECOGNIZED ->
                throw new WireException(
                        "Requirement.operator",
                        "number " + wire.getOperatorValue(),
                        "an operator of this version, 1 to 4");
        };
        return new Requirement(
                Bounds.name("Requirement.key", wire.getKey()),
                operator,
                Bounds.names("Requirement.values", wire.getValuesList()));
    }
}
