package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Policy.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a policy as a map in the order in which people read it, without what is empty. */
final class PolicyWriter {

    private PolicyWriter() {}

    static Map<String, Object> toMap(Policy policy) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", policy.id().toString());
        map.put("name", policy.name());
        map.put("severity", policy.severity().name());
        map.put("enabled", policy.enabled());
        map.put("stages", policy.stages().stream().sorted().map(Enum::name).toList());
        map.put("categories", policy.categories());
        map.put("description", policy.description());
        map.put("rationale", policy.rationale());
        map.put("remediation", policy.remediation());
        map.put(
                "sections",
                policy.sections().stream().map(PolicyWriter::section).toList());
        unlessEmpty(
                map, "scopes", policy.scopes().stream().map(PolicyWriter::scope).toList());
        unlessEmpty(
                map,
                "exclusions",
                policy.exclusions().stream().map(PolicyWriter::exclusion).toList());
        unlessEmpty(map, "mitre", policy.mitre());
        unlessEmpty(map, "controls", policy.controls());
        return map;
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> map = new LinkedHashMap<>();
        unlessEmpty(map, "name", section.name());
        map.put("groups", section.groups().stream().map(PolicyWriter::group).toList());
        return map;
    }

    private static Map<String, Object> group(Group group) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("criterion", group.criterion());
        if (group.operator() == Operator.AND) {
            map.put("operator", group.operator().name());
        }
        if (group.negated()) {
            map.put("negated", true);
        }
        map.put("values", group.values());
        return map;
    }

    private static Map<String, Object> scope(Scope scope) {
        Map<String, Object> map = new LinkedHashMap<>();
        unlessEmpty(map, "cluster", scope.cluster());
        unlessEmpty(map, "namespace", scope.namespace());
        unlessEmpty(map, "workload", scope.workload());
        unlessEmpty(map, "labels", scope.labels());
        unlessEmpty(map, "namespaceLabels", scope.namespaceLabels());
        return map;
    }

    private static Map<String, Object> exclusion(Exclusion exclusion) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (exclusion.id() != null) {
            map.put("id", exclusion.id().toString());
        }
        map.put("reason", exclusion.reason());
        unlessEmpty(map, "author", exclusion.author());
        map.put("scope", scope(exclusion.scope()));
        if (exclusion.expiresAt() != null) {
            map.put("expiresAt", exclusion.expiresAt().toString());
        }
        return map;
    }

    private static void unlessEmpty(Map<String, Object> map, String key, Object value) {
        if (!value.equals("") && !value.equals(List.of())) {
            map.put(key, value);
        }
    }
}
