package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.LabelSelector.Operator;
import dev.breakwater.engine.model.LabelSelector.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads label selectors. */
final class Selectors {

    private Selectors() {}

    /** The selector at a path, {@code null} if there is none. */
    static @Nullable LabelSelector at(JsonNode node, String path) {
        JsonNode selector = Tree.at(node, path);
        return selector.isObject() ? of(selector) : null;
    }

    static LabelSelector of(JsonNode selector) {
        return new LabelSelector(
                Tree.textMap(selector, "matchLabels"),
                Tree.objects(selector, "matchExpressions").stream()
                        .map(Selectors::requirement)
                        .toList());
    }

    /** A selector that may be written in the old way, as a bare map of labels. */
    static @Nullable LabelSelector ofEitherForm(JsonNode node, String path) {
        JsonNode selector = Tree.at(node, path);
        if (!selector.isObject()) {
            return null;
        }
        boolean modern = selector.isEmpty() || selector.has("matchLabels") || selector.has("matchExpressions");
        return modern ? of(selector) : new LabelSelector(Tree.textMap(node, path), List.of());
    }

    private static Requirement requirement(JsonNode expression) {
        String key = Tree.text(expression, "key");
        List<String> values = Tree.texts(expression, "values");
        return switch (Tree.text(expression, "operator")) {
            case "In" -> new Requirement(key, Operator.IN, values);
            case "NotIn" -> new Requirement(key, Operator.NOT_IN, values);
            case "Exists" -> new Requirement(key, Operator.EXISTS, List.of());
            case "DoesNotExist" -> new Requirement(key, Operator.DOES_NOT_EXIST, List.of());
            // No API server takes another operator; what cannot be understood selects nothing.
            default -> new Requirement(key, Operator.IN, List.of());
        };
    }
}
