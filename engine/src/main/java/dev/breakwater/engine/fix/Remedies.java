package dev.breakwater.engine.fix;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The remedies by the criterion that they mend. */
final class Remedies {

    private static final Map<String, Remedy> BY_CRITERION = new HashMap<>();

    static {
        BY_CRITERION.putAll(SecurityRemedies.all());
        BY_CRITERION.putAll(PodRemedies.all());
        BY_CRITERION.putAll(ContentRemedies.all());
        BY_CRITERION.putAll(ContentRemedies.ofNames());
    }

    /** Those that take elements out of lists, after which the places of others are no longer what they were. */
    private static final Set<String> MOVE_OTHERS =
            Set.of("Sysctl", "Host Path Reach", "Host Path", "Environment Variable", "Duplicate Environment Variable");

    private Remedies() {}

    static Map<String, Remedy> all() {
        return Map.copyOf(BY_CRITERION);
    }

    static boolean movesOthers(String criterion) {
        return MOVE_OTHERS.contains(criterion);
    }
}
