package dev.breakwater.engine.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object that is edited at paths such as {@code spec.template.spec.containers[0].image}. */
final class ManifestTree {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})]");

    private final ObjectNode root;

    ManifestTree(ObjectNode root) {
        this.root = root;
    }

    ObjectNode root() {
        return root;
    }

    /** What stands there, {@code null} if nothing does. */
    @Nullable
    JsonNode at(String path) {
        JsonNode here = root;
        for (Object step : steps(path)) {
            here = step instanceof Integer index ? here.path(index) : here.path((String) step);
        }
        return here.isMissingNode() ? null : here;
    }

    /** The object there, made with all above it if it is not; {@code null} if something else is in the way. */
    @Nullable
    ObjectNode object(String path) {
        JsonNode here = root;
        for (Object step : steps(path)) {
            JsonNode next = step instanceof Integer index ? here.path(index) : here.path((String) step);
            if (next.isMissingNode() && here instanceof ObjectNode object && step instanceof String field) {
                next = object.putObject(field);
            }
            here = next;
        }
        return here instanceof ObjectNode object ? object : null;
    }

    /** Sets a field, making what is above it. */
    boolean set(String path, Object value) {
        int cut = path.lastIndexOf('.');
        ObjectNode object = object(path.substring(0, cut));
        String field = path.substring(cut + 1);
        JsonNode node = node(value);
        if (object == null || node.equals(object.get(field))) {
            return false;
        }
        object.set(field, node);
        return true;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
            case Integer number -> JsonNodeFactory.instance.numberNode(number);
            case List<?> list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                list.forEach(one -> array.add(String.valueOf(one)));
                yield array;
            }
            default -> JsonNodeFactory.instance.stringNode(String.valueOf(value));
        };
    }

    /** Takes a field or an element away, and what is empty above it then. */
    boolean remove(String path) {
        JsonNode gone = at(path);
        if (gone == null) {
            return false;
        }
        List<Object> steps = steps(path);
        for (int depth = steps.size(); depth > 1; depth--) {
            JsonNode holder = at(join(steps.subList(0, depth - 1)));
            Object last = steps.get(depth - 1);
            if (holder instanceof ObjectNode object && last instanceof String field) {
                object.remove(field);
            } else if (holder instanceof ArrayNode array && last instanceof Integer index) {
                array.remove(index);
            }
            if (holder == null || !holder.isEmpty() || depth <= 3) {
                break;
            }
        }
        return true;
    }

    private static List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            steps.add(step.group(1) != null ? step.group(1) : Integer.valueOf(step.group(2)));
        }
        return steps;
    }

    private static String join(List<Object> steps) {
        StringBuilder path = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step);
            }
        }
        return path.toString();
    }
}
