package dev.breakwater.engine.compliance;

import dev.breakwater.engine.compliance.Check.Subject;
import java.util.List;

/** NIST SP 800-190 §4.5.3: what is installed on a node is known, held against advisories, and kept up to date. */
public final class HostComponents {

    private static final Check CARD = new Check(
            "node-packages-mended",
            "Nothing that is installed on a node has a high or critical vulnerability that a newer version mends",
            Subject.NODE,
            "Update the node's packages and restart it where its kernel was updated, or replace the node by one with a newer image.",
            true);

    private HostComponents() {}

    /**
     * What is known of the packages of a node.
     *
     * @param unknown why not all of it is known and fresh, in a sentence; empty = it is
     * @param usable whether what is known is of this node and not too old, though it may not be all
     * @param packages how many are installed
     * @param mendable high and critical vulnerabilities that a newer version mends, without those in kernels that do not run, and
     *     without what people put off or found not to apply
     */
    public record Installed(int packages, int mendable, boolean usable, String unknown) {}

    /** Its check. */
    public static Check card() {
        return CARD;
    }

    /** What the check says of a node: one grave vulnerability that is known fails, whatever else is unknown. */
    public static CheckResult judge(Installed installed) {
        if (installed.usable() && installed.mendable() > 0) {
            return answer(
                    Outcome.FAIL,
                    String.valueOf(installed.mendable()),
                    installed.mendable() + " high or critical "
                            + (installed.mendable() == 1 ? "vulnerability" : "vulnerabilities") + " of its "
                            + installed.packages() + " packages could be mended by an update.");
        }
        if (!installed.unknown().isEmpty()) {
            return answer(Outcome.UNKNOWN, "", installed.unknown());
        }
        return answer(
                Outcome.PASS,
                "0",
                "None of its " + installed.packages() + " packages waits for an update of that sort.");
    }

    private static CheckResult answer(Outcome outcome, String found, String says) {
        return new CheckResult(
                CARD.id(),
                outcome,
                List.of(new Evidence("packages", found, "no high or critical vulnerability with a fix", "", says)),
                null);
    }
}
