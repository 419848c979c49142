package dev.breakwater.engine.kubernetes;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a JSON tree of what the YAML parser gives, which can be a ring or, by its aliases, far larger than its text. */
final class PlainTree {

    private static final int MOST_NODES = 2_000_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int nodes;

    private PlainTree() {}

    /**
     * The tree of one document.
     *
     * @throws IllegalArgumentException if it is deeper than allowed or too large once its aliases are written out
     */
    static JsonNode of(@Nullable Object document, int mostDepth) {
        return new PlainTree().convert(document, mostDepth);
    }

    private JsonNode convert(@Nullable Object value, int depth) {
        if (depth == 0 || ++nodes > MOST_NODES) {
            throw new IllegalArgumentException("nested too deeply, or too large once its aliases are written out");
        }
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> object(map, depth);
            case Iterable<?> list -> array(list, depth);
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            default -> NODES.stringNode(value.toString());
        };
    }

    private ObjectNode object(Map<?, ?> map, int depth) {
        ObjectNode node = NODES.objectNode();
        map.forEach((key, value) -> node.set(String.valueOf(key), convert(value, depth - 1)));
        return node;
    }

    private ArrayNode array(Iterable<?> list, int depth) {
        ArrayNode node = NODES.arrayNode();
        list.forEach(element -> node.add(convert(element, depth - 1)));
        return node;
    }
}
