package dev.breakwater.engine.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An object as YAML, line by line, each line with the path of what stands in it, so that evidence can point at a line.
 *
 * @param lines from the first on
 */
public record ManifestText(List<Line> lines) {

    /**
     * A line.
     *
     * @param path where its field stands in the object, such as {@code spec.template.spec.containers[0].image}
     */
    public record Line(String text, String path) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/_][A-Za-z0-9_./@%+=-]*(:[A-Za-z0-9_./@%+=-]+)*");
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    /** Words that YAML does not read as a text, in any case. */
    private static final Set<String> NO_TEXT = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    public ManifestText {
        lines = List.copyOf(lines);
    }

    /** Writes an object. */
    public static ManifestText of(JsonNode object) {
        List<Line> lines = new ArrayList<>();
        fields(object, "", 0, "", lines);
        return new ManifestText(lines);
    }

    /** The whole text, with a line break after each line. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /**
     * Where a path stands: its line, or where it would stand: that of what is above it.
     *
     * @return the number of the line, from 1; 0 if not even the beginning of the path is there
     */
    public int lineOf(String path) {
        for (String at = path; !at.isEmpty(); at = above(at)) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).path().equals(at)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private static String above(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    /** @param lead what stands before the first field instead of its indent: the dash of a list */
    private static void fields(JsonNode object, String path, int indent, String lead, List<Line> lines) {
        String before = lead;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            String start = (before.isEmpty() ? " ".repeat(indent) : before) + key(field.getKey()) + ":";
            value(start, field.getValue(), at, indent, lines);
            before = "";
        }
    }

    private static void value(String start, JsonNode value, String path, int indent, List<Line> lines) {
        if (value.isObject() && !value.isEmpty()) {
            lines.add(new Line(start, path));
            fields(value, path, indent + 2, "", lines);
        } else if (value.isArray() && !value.isEmpty()) {
            lines.add(new Line(start, path));
            int index = 0;
            for (JsonNode element : value) {
                element(element, path + "[" + index++ + "]", indent, lines);
            }
        } else {
            lines.add(new Line(start + " " + scalar(value), path));
        }
    }

    private static void element(JsonNode element, String path, int indent, List<Line> lines) {
        String dash = " ".repeat(indent) + "- ";
        if (element.isObject() && !element.isEmpty()) {
            int first = lines.size();
            fields(element, path, indent + 2, dash, lines);
            // The dash stands in the line of the first field, which then stands for the element.
            lines.set(first, new Line(lines.get(first).text(), path));
        } else {
            lines.add(new Line(dash + scalar(element), path));
        }
    }

    private static String key(String key) {
        return PLAIN_KEY.matcher(key).matches() && !NO_TEXT.contains(key.toLowerCase(Locale.ROOT))
                ? key
                : JSON.writeValueAsString(key);
    }

    private static String scalar(JsonNode value) {
        if (!value.isString()) {
            return value.isObject() ? "{}" : value.isArray() ? "[]" : value.asString();
        }
        String text = value.asString();
        return PLAIN.matcher(text).matches() && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT))
                ? text
                : JSON.writeValueAsString(text);
    }
}
