package dev.breakwater.engine.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.compliance.Benchmark.MachineCheck;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.rule.Answer;
import dev.breakwater.engine.machine.rule.MachineFacts;
import dev.breakwater.engine.machine.rule.RuleReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The checks of nodes that need a look at the machine: the benchmarks of Kubernetes, Docker and Linux distributions. A check of what
 * does not run on a machine does not apply to it; what was not looked at, or could not be read, is unknown.
 */
public final class MachineChecks {

    /** The component that each node of a cluster runs. */
    public static final String KUBELET = "kubelet";

    /** Goes up with what the rules mean: answers by others than these are judged anew. */
    public static final int RULES = 3;

    private MachineChecks() {}

    /** Every check of machines. */
    public static List<Check> cards() {
        return Holder.CHECKS.stream().map(MachineCheck::card).toList();
    }

    /** The paths, or patterns of paths with {@code *} within a folder, that the checks ask for: what a collector looks at. */
    public static List<String> paths() {
        return Holder.PATHS;
    }

    /**
     * What each check says of a machine.
     *
     * @param asOf the instant that is now
     */
    public static List<CheckResult> judge(MachineEvidence evidence, Instant asOf) {
        return judge(evidence, asOf, Set.of());
    }

    /**
     * What each check says of a machine of which more is known.
     *
     * @param asOf the instant that is now
     * @param expected the components that are known to run there, such as {@link #KUBELET}: where the look shows none, what they are
     *     set to is unknown
     */
    public static List<CheckResult> judge(MachineEvidence evidence, Instant asOf, Set<String> expected) {
        if (!evidence.format().equals(MachineEvidence.FORMAT)) {
            List<Evidence> why = List.of(new Evidence(
                    "format",
                    evidence.format(),
                    MachineEvidence.FORMAT,
                    "",
                    "This form of evidence is not understood."));
            return Holder.CHECKS.stream()
                    .map(check -> new CheckResult(check.card().id(), Outcome.UNKNOWN, why, null))
                    .toList();
        }
        MachineFacts facts = new MachineFacts(evidence, asOf, expected);
        return Holder.CHECKS.stream()
                .map(check -> result(check.card(), check.rule().ask(facts)))
                .toList();
    }

    private static CheckResult result(Check card, Answer answer) {
        return new CheckResult(
                card.id(),
                switch (answer.state()) {
                    case HOLDS -> Outcome.PASS;
                    case FAILS -> Outcome.FAIL;
                    case UNKNOWN -> Outcome.UNKNOWN;
                    case NOT_APPLICABLE -> Outcome.NOT_APPLICABLE;
                },
                answer.found().stream()
                        .map(found -> new Evidence(
                                found.field(), found.value(), found.expected(), found.where(), found.message()))
                        .toList(),
                null);
    }

    /** Those that are of no benchmark. */
    private static List<MachineCheck> unnumbered() {
        List<MachineCheck> checks = new ArrayList<>();
        for (JsonNode node : Documents.tree("machine-checks.yaml")) {
            Check card = new Check(
                    node.required("id").asText(),
                    node.required("title").asText(),
                    Check.Subject.NODE,
                    node.required("fix").asText(),
                    true);
            checks.add(new MachineCheck(card, RuleReader.read(node.required("holds"))));
        }
        return checks;
    }

    private static final class Holder {
        static final List<MachineCheck> CHECKS = Stream.concat(
                        Standards.benchmarks().stream().flatMap(benchmark -> benchmark.checks().stream()),
                        unnumbered().stream())
                .toList();
        static final List<String> PATHS = CHECKS.stream()
                .flatMap(check -> check.rule().paths())
                .distinct()
                .sorted()
                .toList();
    }
}
