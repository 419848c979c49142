package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Properties of a package in SPDX 2, which knows none: one annotation of {@code name=value} lines. */
final class SpdxAnnotations {

    private SpdxAnnotations() {}

    /** The comment that says the properties; backslashes and line breaks within values are escaped. */
    static String comment(Map<String, String> properties) {
        StringBuilder comment = new StringBuilder();
        properties.forEach((name, value) -> comment.append(comment.isEmpty() ? "" : "\n")
                .append(name)
                .append('=')
                .append(Escapes.escaped(value)));
        return comment.toString();
    }

    /** What the annotations of a package say, ours and Trivy's ({@code LayerDiffID: …}, {@code PkgType: …}). */
    static Map<String, String> properties(JsonNode one) {
        Map<String, String> properties = new HashMap<>();
        for (JsonNode each : one.path("annotations")) {
            text(each, "comment").lines().forEach(line -> read(line, properties));
        }
        for (JsonNode each : one.path("attributionTexts")) {
            each.asString("").lines().forEach(line -> read(line, properties));
        }
        return properties;
    }

    private static void read(String line, Map<String, String> properties) {
        int colon = line.indexOf(": ");
        if (line.startsWith("breakwater:")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                properties.putIfAbsent(line.substring(0, equals), Escapes.unescaped(line.substring(equals + 1)));
            }
        } else if (colon > 0) {
            properties.putIfAbsent("aquasecurity:trivy:" + line.substring(0, colon), line.substring(colon + 2));
        }
    }
}
