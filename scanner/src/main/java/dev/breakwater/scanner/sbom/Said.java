package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What several formats write alike. */
final class Said {

    private Said() {}

    /** An instant with an offset; {@code null} if it is none. */
    static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** {@code [{"name":…,"value":…}]} by name; of one that is said twice, the first. */
    static Map<String, String> properties(JsonNode component) {
        Map<String, String> properties = new HashMap<>();
        for (JsonNode each : component.path("properties")) {
            String name = text(each, "name");
            String value = text(each, "value");
            properties.putIfAbsent(name, name.startsWith("breakwater:") ? Escapes.unescaped(value) : value);
        }
        return properties;
    }

    /** The first tool of CycloneDX's metadata, in its old form (a list) and its new one (components). */
    static String tool(JsonNode tools) {
        JsonNode list = tools.isArray() ? tools : tools.path("components");
        for (JsonNode each : list) {
            String name = text(each, "name");
            if (!name.isEmpty()) {
                return (name + " " + text(each, "version")).strip();
            }
        }
        return "";
    }

    /** The first line of a text, without what is no character to show, shortened. */
    static String line(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        StringBuilder shown = new StringBuilder();
        line.codePoints().limit(300).forEach(each -> shown.appendCodePoint(Character.isISOControl(each) ? ' ' : each));
        return shown.toString();
    }
}
