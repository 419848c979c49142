package dev.breakwater.ui.violations;

import dev.breakwater.engine.policy.Policy.Scope;
import java.util.ArrayList;
import java.util.List;

/** A scope as half a sentence; a name in quotes is shown without them. */
final class ScopeWords {

    private ScopeWords() {}

    static String of(Scope scope) {
        List<String> parts = new ArrayList<>();
        add(parts, "workload ", scope.workload());
        add(parts, "namespace ", scope.namespace());
        add(parts, "cluster ", scope.cluster());
        scope.labels().forEach(label -> parts.add("label " + label));
        scope.namespaceLabels().forEach(label -> parts.add("namespace label " + label));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, String name) {
        if (!name.isEmpty()) {
            boolean exact = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
            parts.add(what + (exact ? name.substring(1, name.length() - 1) : name));
        }
    }
}
