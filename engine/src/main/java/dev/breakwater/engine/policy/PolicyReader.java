package dev.breakwater.engine.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.Policy.Stage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one policy from a document. */
final class PolicyReader {

    private static final List<String> POLICY = List.of(
            "id",
            "name",
            "severity",
            "enabled",
            "stages",
            "categories",
            "description",
            "rationale",
            "remediation",
            "sections",
            "scopes",
            "exclusions",
            "mitre",
            "controls");
    private static final List<String> SECTION = List.of("name", "groups");
    private static final List<String> GROUP = List.of("criterion", "operator", "negated", "values");
    private static final List<String> SCOPE = List.of("cluster", "namespace", "workload", "labels", "namespaceLabels");
    private static final List<String> EXCLUSION = List.of("id", "reason", "author", "scope", "expiresAt");

    private final Problems problems;
    private final @Nullable UUID idIfNone;
    private final List<String> known;

    private PolicyReader(Problems problems, @Nullable UUID idIfNone, List<String> known) {
        this.problems = problems;
        this.idIfNone = idIfNone;
        this.known = known;
    }

    /** @throws PolicyRejected with everything that could not be read */
    static Policy read(JsonNode node) {
        return read(node, null, List.of());
    }

    /**
     * The same.
     *
     * @param idIfNone the id of a policy that names none, {@code null} = it must
     * @param beside fields that may stand beside the policy's own
     * @throws PolicyRejected with everything that could not be read
     */
    static Policy read(JsonNode node, @Nullable UUID idIfNone, List<String> beside) {
        Problems problems = new Problems(node.path("name").asText());
        List<String> known = Stream.concat(POLICY.stream(), beside.stream()).toList();
        Policy policy = new PolicyReader(problems, idIfNone, known).policy(node);
        if (!problems.found().isEmpty()) {
            throw new PolicyRejected(problems.found());
        }
        return policy;
    }

    private Policy policy(JsonNode node) {
        PolicyFields fields = PolicyFields.of(node, "", problems, known);
        return new Policy(
                idIfNone != null && !fields.has("id") ? idIfNone : id(fields, "/id"),
                fields.text("name"),
                severity(fields),
                fields.flag("enabled", true),
                stages(fields),
                fields.texts("categories"),
                fields.text("description"),
                fields.text("rationale"),
                fields.text("remediation"),
                fields.list("sections", this::section),
                fields.list("scopes", this::scope),
                fields.list("exclusions", this::exclusion),
                fields.texts("mitre"),
                fields.texts("controls"));
    }

    private UUID id(PolicyFields fields, String at) {
        String text = fields.text("id");
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Told below, with the short forms that the JDK takes and nobody means.
        }
        problems.add(at, text, "Allowed: a UUID such as 3f2b8c1e-5d0a-4c57-9a8e-0c1d2e3f4a5b.");
        return new UUID(0, 0);
    }

    private Severity severity(PolicyFields fields) {
        if (!fields.has("severity")) {
            problems.add("/severity", "", "Allowed: LOW, MEDIUM, HIGH, CRITICAL.");
        }
        return fields.choice("severity", Severity.class, Severity.LOW);
    }

    private Set<Stage> stages(PolicyFields fields) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        stages.addAll(fields.list("stages", (node, at) -> fields.choice(node.asText(), at, Stage.class, Stage.DEPLOY)));
        return stages;
    }

    private Section section(JsonNode node, String at) {
        PolicyFields fields = PolicyFields.of(node, at, problems, SECTION);
        return new Section(fields.text("name"), fields.list("groups", this::group));
    }

    private Group group(JsonNode node, String at) {
        PolicyFields fields = PolicyFields.of(node, at, problems, GROUP);
        return new Group(
                fields.text("criterion"),
                fields.choice("operator", Operator.class, Operator.OR),
                fields.flag("negated", false),
                fields.texts("values"));
    }

    private Scope scope(JsonNode node, String at) {
        PolicyFields fields = PolicyFields.of(node, at, problems, SCOPE);
        return new Scope(
                fields.text("cluster"),
                fields.text("namespace"),
                fields.text("workload"),
                fields.texts("labels"),
                fields.texts("namespaceLabels"));
    }

    private Exclusion exclusion(JsonNode node, String at) {
        PolicyFields fields = PolicyFields.of(node, at, problems, EXCLUSION);
        if (!fields.has("scope")) {
            problems.add(at + "/scope", "", "Allowed: an object that says where; without one nothing would be judged.");
        }
        JsonNode scope = node.path("scope");
        return new Exclusion(
                fields.has("id") ? id(fields, at + "/id") : null,
                fields.text("reason"),
                fields.text("author"),
                scope.isObject() ? scope(scope, at + "/scope") : new Scope("", "", "", List.of(), List.of()),
                instant(fields, at));
    }

    private @Nullable Instant instant(PolicyFields fields, String at) {
        if (!fields.has("expiresAt")) {
            return null;
        }
        String text = fields.text("expiresAt");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            problems.add(at + "/expiresAt", text, "Allowed: an instant such as 2027-01-31T00:00:00Z.");
            return null;
        }
    }
}
