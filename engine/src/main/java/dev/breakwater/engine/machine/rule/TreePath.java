package dev.breakwater.engine.machine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A way into YAML or JSON: names with dots between, {@code [*]} for each element, {@code [0]} for one, {@code {}} for the names of a
 * map: {@code resources[*].providers[0]{}}.
 */
record TreePath(String text) {

    /** All values there, lists opened; none = it is not set. */
    List<String> values(JsonNode tree) {
        List<JsonNode> at = List.of(tree);
        List<String> names = null;
        for (String step : text.replace("[", ".[").replace("{}", ".{}").split("\\.")) {
            if (step.isEmpty()) {
                continue;
            }
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : at) {
                if (step.equals("[*]")) {
                    node.forEach(next::add);
                } else if (step.startsWith("[")) {
                    JsonNode one = node.path(index(step));
                    if (!one.isMissingNode()) {
                        next.add(one);
                    }
                } else if (step.equals("{}")) {
                    names = names == null ? new ArrayList<>() : names;
                    node.fieldNames().forEachRemaining(names::add);
                } else if (!node.path(step).isMissingNode()) {
                    next.add(node.path(step));
                }
            }
            at = next;
        }
        return names == null ? texts(at) : names;
    }

    private static int index(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }

    private static List<String> texts(List<JsonNode> nodes) {
        List<String> values = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (node.isArray()) {
                node.forEach(one -> values.add(one.isValueNode() ? one.asText() : one.toString()));
            } else if (node.isObject()) {
                values.add(node.isEmpty() ? "" : node.toString());
            } else if (!node.isNull()) {
                values.add(node.asText());
            }
        }
        return values;
    }
}
