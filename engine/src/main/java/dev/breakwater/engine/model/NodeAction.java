package dev.breakwater.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be ordered to be done to a node. */
public enum NodeAction {
    /** It takes no new pods; those that run there go on. */
    CORDON,
    /** It takes new pods again. */
    UNCORDON,
    /** It takes no new pods, and those that run there are evicted. */
    DRAIN,
    /** What the machine behind it holds is collected anew. */
    LOOK;

    /** Those that the sensor of a cluster carries out, if it is allowed to; the others are for the agent on the machine. */
    public static final List<NodeAction> OF_SENSORS = List.of(CORDON, UNCORDON, DRAIN);

    /** As it stands on a command line, such as {@code cordon}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One by its word or name, whatever the case. */
    public static Optional<NodeAction> of(String text) {
        return Arrays.stream(values())
                .filter(action -> action.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
