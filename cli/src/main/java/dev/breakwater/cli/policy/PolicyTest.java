package dev.breakwater.cli.policy;

import dev.breakwater.manifests.ManifestFile.Located;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A test of a policy, as it stands in a file: a document of kind {@code PolicyTest}.
 *
 * @param where file and line
 * @param policy name or id
 * @param manifests files and folders beside the file
 * @param objects objects that are written in the test
 * @param complete whether they are all that the cluster holds
 * @param asOf when it is judged, {@code null} = now
 * @param message a part of what it must say, may be empty
 */
public record PolicyTest(
        String where,
        String name,
        String policy,
        Expected expect,
        List<String> manifests,
        List<JsonNode> objects,
        String cluster,
        boolean complete,
        @Nullable Instant asOf,
        String message) {

    /** What a policy says of the objects of a test, taken together. */
    public enum Expected {
        /** One of them violates it. */
        FIRES,
        /** None does, and of each it can be told. */
        SILENT,
        /** None does, and of one it cannot be told. */
        UNKNOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String KIND = "PolicyTest";

    private static final Set<String> FIELDS = Set.of(
            "kind", "name", "policy", "expect", "manifests", "objects", "cluster", "complete", "asOf", "message");

    /** @throws IOException naming the field that cannot be read */
    static PolicyTest read(Located located, String file) throws IOException {
        JsonNode node = located.object();
        String where = file + ":" + located.line();
        for (String field : node.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw wrong(
                        where,
                        field,
                        node,
                        String.join(", ", FIELDS.stream().sorted().toList()));
            }
        }
        String policy = text(node, "policy", where);
        if (policy.isBlank()) {
            throw wrong(where, "policy", node, "the name or the id of a policy");
        }
        String name = text(node, "name", where);
        List<String> manifests = new ArrayList<>();
        for (JsonNode each : list(node, "manifests", where)) {
            manifests.add(each.asString(""));
        }
        List<JsonNode> objects = List.copyOf(list(node, "objects", where));
        if (manifests.isEmpty() == objects.isEmpty()) {
            throw wrong(where, "objects", node, "Kubernetes objects, or files of them in manifests; one of the two");
        }
        return new PolicyTest(
                where,
                name.isBlank() ? policy : name,
                policy,
                expected(node, where),
                manifests,
                objects,
                text(node, "cluster", where),
                flag(node, "complete", where),
                instant(node, where),
                text(node, "message", where));
    }

    private static Expected expected(JsonNode node, String where) throws IOException {
        for (Expected expected : Expected.values()) {
            if (expected.word().equals(text(node, "expect", where))) {
                return expected;
            }
        }
        throw wrong(where, "expect", node, "fires, silent, unknown");
    }

    private static @Nullable Instant instant(JsonNode node, String where) throws IOException {
        String text = text(node, "asOf", where);
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(where, "asOf", node, "an instant such as 2027-01-31T00:00:00Z");
        }
    }

    private static boolean flag(JsonNode node, String field, String where) throws IOException {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(where, field, node, "true, false");
        }
        return value.asBoolean(false);
    }

    private static String text(JsonNode node, String field, String where) throws IOException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            throw wrong(where, field, node, "a text");
        }
        return value.asString("");
    }

    private static List<JsonNode> list(JsonNode node, String field, String where) throws IOException {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(where, field, node, "a list");
        }
        return value.valueStream().toList();
    }

    private static IOException wrong(String where, String field, JsonNode node, String allowed) {
        JsonNode value = node.path(field);
        String shown =
                value.isValueNode() ? "'" + value.asString("") + "'" : value.isMissingNode() ? "missing" : "wrong";
        return new IOException(where + ": " + field + " is " + shown + "; allowed: " + allowed);
    }
}
