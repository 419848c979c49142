package dev.breakwater.engine.compliance;

import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks of objects other than workloads, such as roles and bindings. */
public final class ObjectChecks {

    /** What Kubernetes makes and keeps by itself; whoever changes it is undone, so it is nobody's finding. */
    private static final String OF_KUBERNETES = "kubernetes.io/bootstrapping";

    private final Rules rules;
    private final Map<String, Set<String>> kinds = Checks.kindsOfObjects();

    private ObjectChecks(Rules rules) {
        this.rules = rules;
    }

    /** Those of all checks that are asked of objects, compiled. */
    public static ObjectChecks compile() {
        return new ObjectChecks(Rules.of(Checks.rulesOfObjects()));
    }

    /** What each check of its kind says of an object. */
    public List<CheckResult> judge(Resource resource, Instant asOf) {
        if (resource.meta().labels().containsKey(OF_KUBERNETES)) {
            return List.of();
        }
        List<CheckResult> results = new ArrayList<>();
        for (Verdict verdict : rules.compiled().judge(resource, asOf)) {
            Check check = rules.of(verdict);
            if (check != null && kinds.getOrDefault(check.id(), Set.of()).contains(resource.kind())) {
                results.add(Rules.result(check, verdict));
            }
        }
        return results;
    }
}
