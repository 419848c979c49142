package dev.breakwater.engine.policy;

import java.util.Map;

/** One scope by itself, ready to be asked of many workloads: before an exclusion is made, people see what it reaches. */
public final class ScopeMatcher {

    private final CompiledScope scope;

    private ScopeMatcher(CompiledScope scope) {
        this.scope = scope;
    }

    /**
     * Compiles a scope.
     *
     * @throws PolicyRejected with every part that cannot be read
     */
    public static ScopeMatcher of(Policy.Scope scope) {
        Problems problems = new Problems("");
        CompiledScope compiled = CompiledScope.of(scope, "/scope", problems);
        if (!problems.found().isEmpty()) {
            throw new PolicyRejected(problems.found());
        }
        return new ScopeMatcher(compiled);
    }

    /** Whether a workload with these names and labels is in it. */
    public boolean holds(
            String cluster,
            String namespace,
            String name,
            Map<String, String> labels,
            Map<String, String> namespaceLabels) {
        return scope.holds(cluster, namespace, name, labels)
                && CompiledScope.carries(namespaceLabels, scope.namespaceLabels());
    }
}
