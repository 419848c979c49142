package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.inventory.ClusterNodes.SeenNode;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.HostComponents;
import dev.breakwater.engine.compliance.NodeChecks;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Sensitivity;
import dev.breakwater.engine.compliance.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What checks of other objects than workloads say of a cluster, read once, so that all that is made of it is of one moment and none
 * of it is asked twice.
 *
 * @param foreign the nodes of which the evidence of another machine is held
 * @param ofNodes of single nodes, by checks that read more than the node itself, {@link #ACROSS}
 * @param ofCluster of the cluster as a whole
 * @param holding exceptions that hold
 */
record ClusterSnapshot(
        UUID cluster,
        Instant at,
        List<SeenNode> nodes,
        Set<UUID> foreign,
        ResourceAnswers.Answers resources,
        MachineAnswers.Answers machines,
        List<NodeAnswer> ofNodes,
        List<Sample> ofCluster,
        List<CheckResult> clusterResults,
        List<ControlException> holding) {

    /** Checks of nodes that read more than the node itself: what runs on it, what is installed on it. */
    static final List<Check> ACROSS = List.of(Sensitivity.card(), HostComponents.card());

    /** The answers to each check of these. */
    Map<String, Tally> tallies(List<Check> ofObjects) {
        Map<String, Tally> tallies = new HashMap<>();
        ofObjects.forEach(check -> tallies.put(check.id(), resources.tallies().getOrDefault(check.id(), Tally.NONE)));
        for (SeenNode node : nodes) {
            NodeChecks.judge(node.node(), foreign.contains(node.id()), at)
                    .forEach(result -> tallies.merge(result.check(), Tally.of(result.outcome()), Tally::plus));
        }
        if (nodes.isEmpty()) {
            // A cluster without nodes runs nothing: none seen is not none there.
            NodeChecks.cards().forEach(card -> tallies.put(card.id(), Tally.of(Outcome.UNKNOWN)));
            ACROSS.forEach(card -> tallies.put(card.id(), Tally.of(Outcome.UNKNOWN)));
        }
        ofNodes.forEach(
                one -> tallies.merge(one.result().check(), Tally.of(one.result().outcome()), Tally::plus));
        tallies.putAll(machines.tallies());
        clusterResults.forEach(result -> tallies.put(result.check(), Tally.of(result.outcome())));
        return tallies;
    }

    /** Objects of a check, not one of machines, that fail or are unknown, the failing ones first. */
    List<Sample> samples(Check check, int most) {
        return switch (check.subject()) {
            case NODE -> nodeSamples(check, most);
            case CLUSTER ->
                ofCluster.stream()
                        .filter(sample -> sample.check().equals(check.id()))
                        .toList();
            case OBJECT, WORKLOAD ->
                resources.samples().getOrDefault(check.id(), List.of()).stream()
                        .limit(most)
                        .toList();
        };
    }

    private List<Sample> nodeSamples(Check check, int most) {
        List<Sample> samples = new ArrayList<>();
        if (ACROSS.contains(check)) {
            ofNodes.stream()
                    .filter(one -> one.result().check().equals(check.id()) && isOpen(one.result()))
                    .forEach(one -> samples.add(sample(one.node(), one.name(), one.result())));
        } else {
            for (SeenNode node : nodes) {
                NodeChecks.judge(node.node(), foreign.contains(node.id()), at).stream()
                        .filter(result -> result.check().equals(check.id()) && isOpen(result))
                        .forEach(result ->
                                samples.add(sample(node.id(), node.node().meta().name(), result)));
            }
        }
        return samples.stream()
                .sorted(Comparator.comparing((Sample sample) -> sample.outcome() != Outcome.FAIL)
                        .thenComparing(Sample::name))
                .limit(most)
                .toList();
    }

    /** The objects other than workloads that fail, by check; at most {@link Failing#MOST} of each. */
    Map<String, List<Failing>> failing() {
        Map<String, List<Failing>> failing = new HashMap<>(machines.failing());
        resources.samples().forEach((check, samples) -> add(failing, check, samples));
        NodeChecks.cards().forEach(card -> add(failing, card.id(), nodeSamples(card, Failing.MOST)));
        ACROSS.forEach(card -> add(failing, card.id(), nodeSamples(card, Failing.MOST)));
        ofCluster.forEach(sample -> add(failing, sample.check(), List.of(sample)));
        return failing;
    }

    private static void add(Map<String, List<Failing>> failing, String check, List<Sample> samples) {
        List<Failing> of = samples.stream()
                .filter(sample -> sample.outcome() == Outcome.FAIL)
                .limit(Failing.MOST)
                .map(Failing::of)
                .toList();
        if (!of.isEmpty()) {
            failing.put(check, of);
        }
    }

    static boolean isOpen(CheckResult result) {
        return result.outcome() == Outcome.FAIL || result.outcome() == Outcome.UNKNOWN;
    }

    private Sample sample(UUID node, String nodeName, CheckResult result) {
        Evidence first = result.evidence().getFirst();
        return new Sample(
                result.check(),
                result.outcome(),
                node,
                "Node",
                "",
                nodeName,
                first.field(),
                first.found(),
                first.expected(),
                first.path(),
                first.message(),
                at);
    }
}
