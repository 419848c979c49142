package dev.breakwater.engine.compliance;

import dev.breakwater.engine.compliance.Check.Subject;
import dev.breakwater.engine.model.Node;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The checks of nodes that the cluster itself can answer; what needs a look at the machine is asked of node mode. */
public final class NodeChecks {

    private static final List<NodeCheck> ALL =
            List.of(new MinimalSystem(), new Ready(), new Identified(), new RuntimeMended());

    private NodeChecks() {}

    static List<NodeCheck> all() {
        return ALL;
    }

    /** Every check of nodes. */
    public static List<Check> cards() {
        return ALL.stream().map(NodeCheck::card).toList();
    }

    /** What each check says of a node. */
    public static List<CheckResult> judge(Node node, Instant asOf) {
        return judge(node, false, asOf);
    }

    /**
     * What each check says of a node of which more is known.
     *
     * @param foreign whether what was taken as a look at it is of another machine: then nobody knows which machine the node is
     */
    public static List<CheckResult> judge(Node node, boolean foreign, Instant asOf) {
        return ALL.stream()
                .map(check -> foreign && check.card().equals(Identified.CARD)
                        ? unknown(
                                Identified.CARD,
                                "machine id of the evidence",
                                "What is held as evidence of this node is of another machine.")
                        : check.judge(node, asOf))
                .toList();
    }

    /** The operating system made for containers that a node says it runs; empty = another one, or it does not say. */
    public static String systemForContainers(Node node) {
        return systemForContainers(node.osImage());
    }

    /**
     * The same by the name of the system.
     *
     * @param osImage as the kubelet or {@code os-release} names it
     */
    public static String systemForContainers(String osImage) {
        String name = osImage.strip().toLowerCase(Locale.ROOT);
        return MinimalSystem.MADE_FOR_CONTAINERS.stream()
                .filter(name::contains)
                .findFirst()
                .map(found -> osImage.strip())
                .orElse("");
    }

    private static CheckResult answer(
            Check check, boolean passes, String field, String found, String expected, String says) {
        return new CheckResult(
                check.id(),
                passes ? Outcome.PASS : Outcome.FAIL,
                List.of(new Evidence(field, found, expected, "", says)),
                null);
    }

    private static CheckResult unknown(Check check, String field, String says) {
        return new CheckResult(check.id(), Outcome.UNKNOWN, List.of(new Evidence(field, "", "", "", says)), null);
    }

    /** NIST SP 800-190 §4.5.1: an operating system made for containers, by the name that the kubelet reports. */
    private static final class MinimalSystem implements NodeCheck {

        private static final List<String> MADE_FOR_CONTAINERS = List.of(
                "container-optimized os",
                "bottlerocket",
                "flatcar",
                "fedora coreos",
                "red hat enterprise linux coreos",
                "rhcos",
                "talos",
                "k3os",
                "rancheros",
                "photon",
                "azure linux",
                "cbl-mariner",
                "kairos",
                "opensuse microos",
                "sle micro",
                "elemental");

        private static final Check CARD = new Check(
                "node-minimal-system",
                "Nodes run an operating system that is made for containers",
                Subject.NODE,
                "Replace the node's general-purpose distribution by one that is made for containers, such as Flatcar, Talos,"
                        + " Bottlerocket, Container-Optimized OS or Fedora CoreOS.",
                true);

        @Override
        public Check card() {
            return CARD;
        }

        @Override
        public CheckResult judge(Node node, Instant asOf) {
            String image = node.osImage().strip();
            if (image.isEmpty()) {
                return unknown(CARD, "osImage", "The node does not say which operating system it runs.");
            }
            boolean minimal = !systemForContainers(node).isEmpty();
            return answer(
                    CARD,
                    minimal,
                    "status.nodeInfo.osImage",
                    image,
                    "a system made for containers",
                    minimal ? image + " is made for containers." : image + " is a general-purpose system.");
        }
    }

    /** A node that is not ready, or of which the control plane has lost sight, is not trusted with workloads. */
    private static final class Ready implements NodeCheck {

        private static final Check CARD = new Check(
                "node-ready",
                "The control plane sees each node and its kubelet is healthy",
                Subject.NODE,
                "Find out why the kubelet of the node does not report, or drain the node and remove it from the cluster.",
                true);

        @Override
        public Check card() {
            return CARD;
        }

        @Override
        public CheckResult judge(Node node, Instant asOf) {
            return node.conditions().stream()
                    .filter(condition -> condition.type().equals("Ready"))
                    .findFirst()
                    .map(ready -> answer(
                            CARD,
                            ready.status().equals("True"),
                            "status.conditions[Ready]",
                            ready.status(),
                            "True",
                            "The condition Ready is " + ready.status()
                                    + (ready.reason().isEmpty() ? "." : " (" + ready.reason() + ").")))
                    .orElseGet(() -> unknown(CARD, "status.conditions[Ready]", "The node reports no condition Ready."));
        }
    }

    /** NIST SP 800-190 §4.3.5: a node has an identity of its own that outlives its name. */
    private static final class Identified implements NodeCheck {

        private static final Check CARD = new Check(
                "node-identified",
                "Each node has a machine id by which it is known again",
                Subject.NODE,
                "Give the machine a machine id of its own (systemd-machine-id-setup), and join it to the cluster anew.",
                true);

        @Override
        public Check card() {
            return CARD;
        }

        @Override
        public CheckResult judge(Node node, Instant asOf) {
            boolean known = !node.machineId().isBlank();
            return answer(
                    CARD,
                    known,
                    "status.nodeInfo.machineID",
                    node.machineId(),
                    "a machine id",
                    known ? "The node has a machine id." : "The node reports no machine id.");
        }
    }
}
