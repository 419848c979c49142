package dev.breakwater.engine.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.criteria.Criteria;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JSON Schema (2020-12) of a policy document, for editors and for other programs. It holds the form; that a value suits its
 * criterion is for {@link CompiledPolicies#compile}.
 */
public final class PolicySchema {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ID = "urn:breakwater:policy:1";
    private static final String UUIDS = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

    private PolicySchema() {}

    /** The schema as JSON, made of the criteria that there are. */
    public static String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ID);
        schema.put("title", "A policy of Breakwater");
        schema.putAll(object(
                List.of("id", "name", "severity", "stages", "sections"),
                fields(
                        "id", described(uuid(), "never changes; by it a policy is known when it is applied again"),
                        "name", described(text(1, 200), "unique among all policies"),
                        "severity",
                                words(Stream.of(Severity.values())
                                        .filter(severity -> severity != Severity.UNKNOWN)
                                        .map(Enum::name)
                                        .toList()),
                        "enabled", ordered("type", "boolean", "default", true),
                        "stages",
                                list(
                                        words(Stream.of(Stage.values())
                                                .map(Enum::name)
                                                .toList()),
                                        1,
                                        3),
                        "categories", list(text(1, 200), 0, 100),
                        "description", described(text(0, 10_000), "what it looks for, one sentence"),
                        "rationale", described(text(0, 10_000), "why that matters"),
                        "remediation", described(text(0, 10_000), "how to mend it"),
                        "sections", described(list(section(), 1, 50), "alternatives: one of them must hold"),
                        "scopes", described(list(scope(), 0, 500), "where it applies; none = everywhere"),
                        "exclusions", described(list(exclusion(), 0, 500), "where it is silent"),
                        "mitre", described(list(text(1, 200), 0, 100), "MITRE ATT&CK, such as TA0004/T1611"),
                        "controls", described(list(text(1, 200), 0, 100), "controls of standards that it serves"))));
        return write(schema);
    }

    private static Map<String, Object> section() {
        return object(
                List.of("groups"),
                fields(
                        "name", text(0, 200),
                        "groups", described(list(group(), 1, 200), "all must hold on the same linked object")));
    }

    private static Map<String, Object> group() {
        return object(
                List.of("criterion", "values"),
                fields(
                        "criterion",
                                words(Criteria.all().stream()
                                        .map(criterion -> criterion.card().name())
                                        .toList()),
                        "operator",
                                words(Stream.of(Operator.values())
                                        .map(Enum::name)
                                        .toList()),
                        "negated", ordered("type", "boolean", "default", false),
                        "values",
                                described(
                                        list(Map.of("type", List.of("string", "number", "boolean")), 1, 500),
                                        "in the forms of the criterion (docs/reference/criteria.md)")));
    }

    private static Map<String, Object> scope() {
        String name = "\"exact\", r/regular expression, g/glob, or the beginning of a name";
        return object(
                List.of(),
                fields(
                        "cluster", described(text(0, 20_000), name),
                        "namespace", described(text(0, 20_000), name),
                        "workload", described(text(0, 20_000), name),
                        "labels", described(list(text(1, 20_000), 0, 50), "key=value, all of which must be there"),
                        "namespaceLabels", list(text(1, 20_000), 0, 50)));
    }

    private static Map<String, Object> exclusion() {
        return object(
                List.of("reason", "scope"),
                fields(
                        "id", uuid(),
                        "reason", text(1, 1_000),
                        "author", text(0, 200),
                        "scope", scope(),
                        "expiresAt", ordered("type", "string", "format", "date-time")));
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> fields(Object... namesAndSchemas) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            fields.put((String) namesAndSchemas[i], namesAndSchemas[i + 1]);
        }
        return fields;
    }

    private static Map<String, Object> list(Map<String, Object> items, int least, int most) {
        return ordered("type", "array", "minItems", least, "maxItems", most, "items", items);
    }

    private static Map<String, Object> text(int least, int most) {
        return ordered("type", "string", "minLength", least, "maxLength", most);
    }

    private static Map<String, Object> uuid() {
        return ordered("type", "string", "pattern", UUIDS);
    }

    private static Map<String, Object> words(List<String> words) {
        return Map.of("enum", words);
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", description);
        return described;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        return fields(namesAndValues);
    }

    private static String write(Map<String, Object> schema) {
        try {
            return JSON.writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can always be written", e);
        }
    }
}
