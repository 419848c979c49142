package dev.breakwater.central.fleet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes what clusters declare in the place of the policies; refuses documents that say {@code broken}. */
final class ScriptedDeclarations implements PolicyDeclarations {

    /** What a cluster declared last. */
    record Taken(List<Declared> policies, boolean whole) {}

    private final Map<UUID, Taken> last = new ConcurrentHashMap<>();

    Map<UUID, Taken> last() {
        return last;
    }

    @Override
    public List<Refusal> declared(UUID clusterId, List<Declared> policies, boolean whole) {
        last.put(clusterId, new Taken(policies, whole));
        return policies.stream()
                .filter(policy -> policy.document().contains("broken"))
                .map(policy -> new Refusal(policy.namespace(), policy.name(), "/severity is \"broken\"."))
                .toList();
    }

    @Override
    public void removed(UUID clusterId, String cluster) {
        last.remove(clusterId);
    }
}
