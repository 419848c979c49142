package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Workload;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Maps of a workload in the form in which entries are looked for. */
final class Entries {

    private Entries() {}

    static Map<String, Text> plain(Map<String, String> map) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Text.plain(entry.getValue())));
    }

    /** The annotations of the workload and those of its pods; the workload's where both have one. */
    static Map<String, Text> annotations(Workload workload) {
        Map<String, Text> all = new HashMap<>(workload.spec().template().annotations());
        all.putAll(workload.spec().meta().annotations());
        return all;
    }
}
