package dev.breakwater.engine.compliance;

import dev.breakwater.engine.compliance.Check.Subject;
import java.util.List;
import java.util.SortedMap;

/** NIST SP 800-190 §4.3.4: a node runs workloads of one level of sensitivity. */
public final class Sensitivity {

    /** The labels of namespaces that say it, the first that is there counts. */
    public static final List<String> LABELS =
            List.of("breakwater.dev/sensitivity", "data-classification", "sensitivity");

    private static final int SHOWN = 3;

    private static final Check CARD = new Check(
            "node-one-sensitivity",
            "Each node runs workloads of one level of sensitivity",
            Subject.NODE,
            "Label the namespaces with breakwater.dev/sensitivity, and keep the levels apart by taints, tolerations and node"
                    + " affinity.",
            true);

    private Sensitivity() {}

    /** Its check. */
    public static Check card() {
        return CARD;
    }

    /**
     * What the check says of a node.
     *
     * @param namespaces the namespaces that have pods on the node by level, those that do not say theirs under the empty one; those
     *     of the cluster itself, which run on every node, left out
     */
    public static CheckResult judge(SortedMap<String, List<String>> namespaces) {
        List<String> said =
                namespaces.keySet().stream().filter(level -> !level.isEmpty()).toList();
        if (namespaces.isEmpty()) {
            return answer(Outcome.NOT_APPLICABLE, "", "No workload runs here.");
        }
        if (said.size() > 1) {
            return answer(
                    Outcome.FAIL,
                    String.join(", ", said),
                    "Workloads of " + said.size() + " levels share the node: "
                            + String.join(
                                    "; ",
                                    said.stream()
                                            .map(level -> level + " ("
                                                    + names(namespaces.getOrDefault(level, List.of())) + ")")
                                            .toList())
                            + ".");
        }
        List<String> silent = namespaces.getOrDefault("", List.of());
        if (!silent.isEmpty()) {
            return answer(
                    Outcome.UNKNOWN, "", "Namespaces here do not say how sensitive they are: " + names(silent) + ".");
        }
        return answer(Outcome.PASS, said.getFirst(), "All workloads here are " + said.getFirst() + ".");
    }

    /** What it says where the pods of the cluster are not seen. */
    public static CheckResult podsNotSeen() {
        return answer(Outcome.UNKNOWN, "", "The sensor does not see which pods run on which node.");
    }

    private static String names(List<String> all) {
        return String.join(", ", all.stream().limit(SHOWN).toList())
                + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "");
    }

    private static CheckResult answer(Outcome outcome, String found, String says) {
        return new CheckResult(
                CARD.id(),
                outcome,
                List.of(new Evidence("sensitivity of namespaces", found, "one level", "", says)),
                null);
    }
}
