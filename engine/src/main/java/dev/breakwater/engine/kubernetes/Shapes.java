package dev.breakwater.engine.kubernetes;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether what makes pods has the shape of it. Read with leniency, a spec that is a text would be a workload without
 * containers, in which no policy finds anything.
 */
final class Shapes {

    private static final List<String> FURTHER_CONTAINERS = List.of("initContainers", "ephemeralContainers");

    private Shapes() {}

    /**
     * What is wrong with an object that makes pods.
     *
     * @param podSpec the dotted path of its pod spec
     * @param needed whether containers must be there; some kinds can point to the template of another object
     */
    static Optional<String> problem(JsonNode object, String podSpec, boolean needed) {
        JsonNode here = object;
        StringBuilder path = new StringBuilder();
        for (String step : podSpec.split("\\.")) {
            here = here.path(step);
            path.append(path.isEmpty() ? "" : ".").append(step);
            if (isAbsent(here)) {
                return needed ? Optional.of(path + " is missing") : Optional.empty();
            }
            if (!here.isObject()) {
                return Optional.of(path + " is " + word(here) + ", not an object");
            }
        }
        Optional<String> wrong = containers(here, "containers", podSpec, needed);
        for (String list : FURTHER_CONTAINERS) {
            wrong = wrong.isPresent() ? wrong : containers(here, list, podSpec, false);
        }
        return wrong;
    }

    private static Optional<String> containers(JsonNode spec, String list, String podSpec, boolean needed) {
        JsonNode containers = spec.path(list);
        String path = podSpec + "." + list;
        if (isAbsent(containers) || (containers.isArray() && containers.isEmpty())) {
            return needed
                    ? Optional.of(path + " is " + (isAbsent(containers) ? "missing" : "empty"))
                    : Optional.empty();
        }
        if (!containers.isArray()) {
            return Optional.of(path + " is " + word(containers) + ", not a list");
        }
        int index = 0;
        for (JsonNode container : containers) {
            if (!container.isObject()) {
                return Optional.of(path + "[" + index + "] is " + word(container) + ", not an object");
            }
            index++;
        }
        return Optional.empty();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** What a node is, in words; never its value. */
    static String word(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "nothing";
        };
    }
}
