package dev.breakwater.engine.model;

import java.util.List;
import java.util.Map;

/**
 * A Kubernetes label selector: all labels and all requirements must hold; an empty selector selects everything.
 * (Absence of a selector, which selects nothing, is a {@code null} where it can happen.)
 */
public record LabelSelector(Map<String, String> matchLabels, List<Requirement> matchExpressions) {

    /** Everything is selected. */
    public static final LabelSelector EVERYTHING = new LabelSelector(Map.of(), List.of());

    /** The operators of a requirement; {@code NOT_IN} also holds where the key is absent, as in Kubernetes. */
    public enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST
    }

    /** One expression over one key. */
    public record Requirement(String key, Operator operator, List<String> values) {

        public Requirement {
            values = List.copyOf(values);
        }

        boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }
    }

    public LabelSelector {
        matchLabels = Map.copyOf(matchLabels);
        matchExpressions = List.copyOf(matchExpressions);
    }

    public boolean matches(Map<String, String> labels) {
        return matchLabels.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())))
                && matchExpressions.stream().allMatch(r -> r.matches(labels));
    }
}
