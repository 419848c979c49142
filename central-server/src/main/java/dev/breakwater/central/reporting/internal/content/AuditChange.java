package dev.breakwater.central.reporting.internal.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What an entry of the audit log changed, in a line for people; programs get the whole before and after. */
final class AuditChange {

    private static final Set<String> NO_NEWS =
            Set.of("version", "updatedAt", "updatedBy", "createdAt", "createdBy", "id");
    private static final int MOST_FIELDS = 6;
    private static final int LONGEST_VALUE = 60;

    private AuditChange() {}

    /**
     * The fields that differ, with both values.
     *
     * @param before in JSON, {@code null} = there was nothing
     * @param after in JSON, {@code null} = there is nothing any more
     * @return empty where nothing was changed but made or removed
     */
    static String of(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return "";
        }
        try {
            List<String> changes = new ArrayList<>();
            differences(
                    "",
                    JsonMapper.shared().readTree(before),
                    JsonMapper.shared().readTree(after),
                    changes);
            int more = changes.size() - MOST_FIELDS;
            return String.join("; ", changes.subList(0, Math.min(MOST_FIELDS, changes.size())))
                    + (more > 0 ? "; and " + more + " more" : "");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static void differences(String path, JsonNode before, JsonNode after, List<String> changes) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            changes.add((path.isEmpty() ? "value" : path) + ": " + value(before) + " → " + value(after));
            return;
        }
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            if (!path.isEmpty() || !NO_NEWS.contains(name)) {
                differences(
                        path.isEmpty() ? name : path + "." + name, child(before, name), child(after, name), changes);
            }
        }
    }

    private static JsonNode child(JsonNode of, String name) {
        JsonNode child = of.get(name);
        return child == null ? MissingNode.getInstance() : child;
    }

    private static String value(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "nothing";
        }
        String text = node.isString() ? node.asString() : node.toString();
        String shown = text.isEmpty() ? "empty" : text;
        return shown.codePointCount(0, shown.length()) <= LONGEST_VALUE
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_VALUE - 1)) + "…";
    }
}
