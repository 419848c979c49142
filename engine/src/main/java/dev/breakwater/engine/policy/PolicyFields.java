package dev.breakwater.engine.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The fields of one object of a document; what cannot be read becomes a problem and something harmless. */
record PolicyFields(JsonNode node, String pointer, Problems problems) {

    private static final int MAX_LIST = 1_000;

    static PolicyFields of(JsonNode node, String pointer, Problems problems, List<String> known) {
        if (!node.isObject()) {
            problems.add(pointer, shown(node), "Allowed: an object with the fields " + String.join(", ", known) + ".");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                problems.add(
                        pointer + "/" + field.getKey(),
                        shown(field.getValue()),
                        "Allowed fields: " + String.join(", ", known) + ".");
            }
        }
        return new PolicyFields(node, pointer, problems);
    }

    private static String shown(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** A text, empty if absent; numbers and booleans count as they are written, since YAML guesses their type. */
    String text(String field) {
        return text(node.path(field), pointer + "/" + field);
    }

    private String text(JsonNode value, String at) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            problems.add(at, shown(value), "Allowed: a text.");
            return "";
        }
        return value.asText();
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            problems.add(pointer + "/" + field, shown(value), "Allowed: true, false.");
        }
        return value.asBoolean(otherwise);
    }

    /** A constant of an enum, by its name in any case. */
    <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
        return has(field) ? choice(text(field), pointer + "/" + field, type, otherwise) : otherwise;
    }

    <E extends Enum<E>> E choice(String value, String at, Class<E> type, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.strip())) {
                return constant;
            }
        }
        problems.add(
                at,
                value,
                "Allowed: "
                        + String.join(
                                ", ",
                                Stream.of(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList()) + ".");
        return otherwise;
    }

    List<String> texts(String field) {
        return list(field, this::text);
    }

    /** A list read entry by entry, empty if absent. */
    <T> List<T> list(String field, BiFunction<JsonNode, String, T> read) {
        JsonNode list = node.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        String at = pointer + "/" + field;
        if (!list.isArray() || list.size() > MAX_LIST) {
            problems.add(at, shown(list), "Allowed: a list of up to " + MAX_LIST + " entries.");
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            entries.add(read.apply(list.get(i), at + "/" + i));
        }
        return entries;
    }
}
