package dev.breakwater.engine.kubernetes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reading of JSON trees that never fails: what is absent or of another shape reads as absent. A quoted number or boolean,
 * which an API server would refuse but a folder may hold, is read as it was meant.
 */
final class Tree {

    private Tree() {}

    /** The node at a dotted path. */
    static JsonNode at(JsonNode node, String path) {
        JsonNode here = node;
        for (String step : path.split("\\.")) {
            here = here.path(step);
        }
        return here.isNull() ? MissingNode.getInstance() : here;
    }

    /** Whether a field is there, with whatever value. */
    static boolean has(JsonNode node, String field) {
        return !at(node, field).isMissingNode();
    }

    static String text(JsonNode node, String path) {
        return textOr(node, path, "");
    }

    /** The text, or what stands for an absent or empty one. */
    static String textOr(JsonNode node, String path, String absent) {
        String text = scalar(at(node, path));
        return text == null || text.isEmpty() ? absent : text;
    }

    static @Nullable String textOrNull(JsonNode node, String path) {
        String text = scalar(at(node, path));
        return text == null || text.isEmpty() ? null : text;
    }

    static boolean flag(JsonNode node, String path) {
        return Boolean.TRUE.equals(flagOrNull(node, path));
    }

    static @Nullable Boolean flagOrNull(JsonNode node, String path) {
        String text = scalar(at(node, path));
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Boolean.TRUE;
            case "false", "no", "off" -> Boolean.FALSE;
            default -> null;
        };
    }

    static @Nullable Long numberOrNull(JsonNode node, String path) {
        JsonNode value = at(node, path);
        if (value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong()) {
            return value.asLong();
        }
        try {
            return value.isString() ? Long.valueOf(value.asString().strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number that fits, 0 for any other. */
    static int integer(JsonNode node, String path) {
        Integer number = integerOrNull(node, path);
        return number == null ? 0 : number;
    }

    static @Nullable Integer integerOrNull(JsonNode node, String path) {
        Long number = numberOrNull(node, path);
        return number == null || number != number.intValue() ? null : number.intValue();
    }

    /** The elements of a list, those that are no objects left out. */
    static List<JsonNode> objects(JsonNode node, String path) {
        return elements(node, path).stream().filter(JsonNode::isObject).toList();
    }

    /** The elements of a list, whatever they are. */
    static List<JsonNode> elements(JsonNode node, String path) {
        JsonNode list = at(node, path);
        return list.isArray() ? List.copyOf(list.values()) : List.of();
    }

    /** The scalar elements of a list. */
    static List<String> texts(JsonNode node, String path) {
        List<String> found = new ArrayList<>();
        for (JsonNode element : elements(node, path)) {
            String text = scalar(element);
            if (text != null) {
                found.add(text);
            }
        }
        return found;
    }

    /** One text field of each object of a list, empty ones left out. */
    static List<String> textsOf(JsonNode node, String path, String field) {
        return objects(node, path).stream()
                .map(element -> text(element, field))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A map of texts; a {@code null} value is the empty text, as Kubernetes reads it. */
    static Map<String, String> textMap(JsonNode node, String path) {
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : at(node, path).properties()) {
            String text = entry.getValue().isNull() ? "" : scalar(entry.getValue());
            if (text != null) {
                found.put(clean(entry.getKey()), text);
            }
        }
        return found;
    }

    static @Nullable Instant instantOrNull(JsonNode node, String path) {
        String text = text(node, path);
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String scalar(JsonNode node) {
        if (node.isString()) {
            return clean(node.asString());
        }
        return node.isNumber() || node.isBoolean() ? node.asString() : null;
    }

    /** What neither PostgreSQL nor protobuf can hold (NUL, half a surrogate pair) becomes the replacement character. */
    static String clean(String text) {
        StringBuilder cleaned = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                cleaned = cleaned == null ? new StringBuilder(text) : cleaned;
                cleaned.setCharAt(i, '\ufffd');
            }
        }
        return cleaned == null ? text : cleaned.toString();
    }
}
