package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Compliance.Moved;
import dev.breakwater.central.compliance.ControlResult.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object other than a workload that fails a check: a role, a binding, a node, the cluster.
 *
 * @param why what was found, empty = it is not told here
 */
record Failing(String kind, String namespace, String name, String why) {

    /** The most of a check that are compared; of more it is not told which ones changed. */
    static final int MOST = 200;

    static Failing of(Sample sample) {
        return new Failing(sample.kind(), sample.namespace(), sample.name(), sample.message());
    }

    String key() {
        return kind + '\n' + namespace + '\n' + name;
    }

    private static Failing ofKey(String key) {
        String[] parts = key.split("\n", -1);
        return new Failing(parts[0], parts[1], parts[2], "");
    }

    /**
     * What began and ceased to fail.
     *
     * @param before keys by check, a check without an entry is not known
     * @param now by check, a check without an entry has none
     * @return by check
     */
    static Map<String, List<Moved>> moved(Map<String, Set<String>> before, Map<String, List<Failing>> now) {
        Map<String, List<Moved>> moved = new HashMap<>();
        before.forEach((check, then) -> {
            List<Failing> here = now.getOrDefault(check, List.of());
            if (here.size() >= MOST || then.size() >= MOST) {
                return;
            }
            Set<String> gone = new HashSet<>(then);
            List<Moved> changes = new ArrayList<>();
            for (Failing one : here) {
                if (!gone.remove(one.key())) {
                    changes.add(one.moved("FAILS", check));
                }
            }
            gone.stream().sorted().map(Failing::ofKey).forEach(one -> changes.add(one.moved("MENDED", check)));
            if (!changes.isEmpty()) {
                moved.put(check, changes);
            }
        });
        return moved;
    }

    private Moved moved(String change, String check) {
        return new Moved(change, check, kind, namespace, name, why);
    }
}
