package dev.breakwater.central.compliance.internal;

import static dev.breakwater.central.nodes.MachineFixture.evidence;
import static dev.breakwater.central.nodes.MachineFixture.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.NodeResults;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.MachineChecks;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.scanner.MachineCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NodeChecksIT {

    private static final String MACHINE = "3d1219c7c4c5404aaa1f6d2a48adfda4";

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    /** A control plane of which a command line was seen. */
    private static MachineEvidence apiServer(String name, String... flags) {
        MachineEvidence bare = evidence(name, MACHINE, central.clock().instant());
        return new MachineEvidence(
                bare.format(),
                bare.collector(),
                bare.collectedAt(),
                bare.machine(),
                List.of(new RunningProcess(
                        7,
                        1,
                        "/usr/bin/kube-apiserver",
                        Stream.concat(Stream.of("kube-apiserver"), Arrays.stream(flags))
                                .toList(),
                        "root")),
                bare.files(),
                bare.looked(),
                bare.kernelParameters(),
                bare.modules(),
                bare.mounts(),
                bare.accounts(),
                bare.groups(),
                bare.units(),
                bare.packages(),
                bare.documents(),
                List.of());
    }

    private static UUID present(String name) {
        Node node = node(name, MACHINE);
        central.send(node);
        return JudgingCentral.idOf(node);
    }

    private static void accept(UUID node, MachineEvidence found) {
        central.bean(NodeEvidence.class).accept(node, MachineCodec.write(found), false);
    }

    private static NodeResults.OfNode of(UUID node) {
        return central.bean(NodeResults.class).of(node, AccessScope.EVERYTHING);
    }

    private static Map<String, Outcome> outcomes(NodeResults.OfNode of) {
        return of.answers().stream()
                .collect(Collectors.toMap(answer -> answer.check().id(), NodeResults.Answer::outcome));
    }

    @Test
    void answersAreThoseOfTheEvidenceAndEndWithIt() {
        UUID node = present("judged-1");
        assertThat(of(node).collectedAt()).isNull();
        assertThat(outcomes(of(node)).values()).containsOnly(Outcome.UNKNOWN);
        MachineEvidence found = apiServer("judged-1", "--anonymous-auth=true", "--authorization-mode=AlwaysAllow");

        accept(node, found);

        Map<String, Outcome> wanted =
                MachineChecks.judge(found, central.clock().instant(), Set.of(MachineChecks.KUBELET)).stream()
                        .collect(Collectors.toMap(CheckResult::check, CheckResult::outcome));
        assertThat(outcomes(of(node))).isEqualTo(wanted).containsValue(Outcome.FAIL);
        NodeResults.Answer failing = of(node).answers().getFirst();
        assertThat(failing.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failing.evidence()).isNotEmpty();
        assertThat(failing.controls()).isNotEmpty();
        assertThat(central.bean(Compliance.class)
                        .objects(failing.check().id(), JudgingCentral.CLUSTER, AccessScope.EVERYTHING))
                .anySatisfy(sample -> {
                    assertThat(sample.objectId()).isEqualTo(node);
                    assertThat(sample.outcome()).isEqualTo(Outcome.FAIL);
                });

        central.clock().advance(Duration.ofHours(25));
        assertThat(outcomes(of(node)).values()).as("old evidence is none").containsOnly(Outcome.UNKNOWN);
        central.remove(node("judged-1", MACHINE));
    }

    @Test
    void nodesAreAddedUpAndThoseNobodyLookedAtAreUnknown() {
        UUID good = present("sum-1");
        UUID bad = present("sum-2");
        present("sum-3");
        accept(good, apiServer("sum-1", "--authorization-mode=Node,RBAC"));
        accept(bad, apiServer("sum-2", "--authorization-mode=AlwaysAllow"));
        Check check = differing(of(good), of(bad));

        Compliance.CheckAnswer added = added(check);

        assertThat(added.answers().passed()).isEqualTo(1);
        assertThat(added.answers().failed()).isEqualTo(1);
        assertThat(added.answers().unknown()).isEqualTo(1);
        central.remove(node("sum-1", MACHINE), node("sum-2", MACHINE), node("sum-3", MACHINE));
    }

    @Test
    void aLookThatGotTooOldTakesNoQuestionAway() {
        Node talos = new Node(
                ObjectMeta.of("", "stale-1"),
                List.of(),
                "Some Linux",
                "6.1.0",
                "containerd://1.7.24",
                "v1.33.1",
                "amd64",
                MACHINE,
                List.of(),
                List.of(),
                List.of(),
                false);
        central.send(talos);
        assertThat(debian().controls().counted()).isZero();
        accept(
                JudgingCentral.idOf(talos),
                evidence("stale-1", MACHINE, central.clock().instant()));
        Compliance.Cell fresh = debian();
        assertThat(fresh.controls().counted()).isPositive();
        central.clock().advance(Duration.ofHours(25));
        Compliance.Cell stale = debian();
        assertThat(stale.controls().counted())
                .isGreaterThanOrEqualTo(fresh.controls().counted());
        assertThat(stale.controls().passed()).isZero();
        assertThat(stale.controls().failed()).isZero();
        assertThat(stale.controls().percent()).isZero();
        central.remove(talos);
    }

    @Test
    void aKubeletThatTheClusterKnowsIsNeverAbsent() {
        UUID node = present("kubelet-1");
        accept(node, apiServer("kubelet-1"));
        assertThat(of(node).answers())
                .filteredOn(answer -> answer.check().id().startsWith("k8s-kubelet-"))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN));
        central.remove(node("kubelet-1", MACHINE));
    }

    @Test
    void aNodeWhoseEvidenceIsOfAnotherMachineIsNotKnownAgain() {
        UUID node = present("forced-1");
        assertThat(identified().passed()).isEqualTo(1);
        MachineEvidence other = evidence(
                "forced-1", "ffffffffffffffffffffffffffffffff", central.clock().instant());
        central.bean(NodeEvidence.class).accept(node, MachineCodec.write(other), true);
        assertThat(identified().passed()).isZero();
        assertThat(identified().unknown()).isEqualTo(1);
        central.remove(node("forced-1", MACHINE));
    }

    private static Tally identified() {
        central.bean(ComplianceRuns.class).run("test");
        return central.bean(Compliance.class).control("nist-800-190", "4.3.5", AccessScope.EVERYTHING).checks().stream()
                .filter(answer -> answer.check().id().equals("node-identified"))
                .findFirst()
                .orElseThrow()
                .answers();
    }

    private static Compliance.Cell debian() {
        central.bean(ComplianceRuns.class).run("test");
        return central.bean(Compliance.class).cells(AccessScope.EVERYTHING).stream()
                .filter(cell -> cell.standard().equals("cis-debian-12"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasJudgedByOtherChecksIsJudgedAnew() {
        UUID node = present("anew-1");
        accept(node, apiServer("anew-1", "--authorization-mode=AlwaysAllow"));
        Map<String, Outcome> judged = outcomes(of(node));
        central.jdbc().sql("update node_checks set catalogue = 1").update();
        assertThat(outcomes(of(node)).values()).containsOnly(Outcome.UNKNOWN);

        central.bean(NodeCheckRecorder.class).judgeAnew();

        assertThat(outcomes(of(node))).isEqualTo(judged);
        central.remove(node("anew-1", MACHINE));
    }

    @Test
    void whatALookFoundBeforeIsNotJudgedAgain() {
        UUID node = present("same-1");
        accept(node, apiServer("same-1", "--authorization-mode=AlwaysAllow"));
        NodeResults.OfNode first = of(node);

        central.clock().advance(Duration.ofHours(2));
        accept(node, apiServer("same-1", "--authorization-mode=AlwaysAllow"));

        NodeResults.OfNode again = of(node);
        assertThat(again.judgedAt()).isEqualTo(first.judgedAt());
        assertThat(again.collectedAt()).isAfter(first.collectedAt());
        assertThat(outcomes(again)).isEqualTo(outcomes(first));

        accept(node, apiServer("same-1", "--authorization-mode=RBAC"));
        assertThat(of(node).judgedAt()).as("it found something else").isAfter(first.judgedAt());

        central.clock().advance(Duration.ofHours(13));
        Instant before = of(node).judgedAt();
        accept(node, apiServer("same-1", "--authorization-mode=RBAC"));
        assertThat(of(node).judgedAt()).as("some answers change by time alone").isAfter(before);
        central.remove(node("same-1", MACHINE));
    }

    private static Check differing(NodeResults.OfNode one, NodeResults.OfNode other) {
        Map<String, Outcome> outcomes = outcomes(other);
        return one.answers().stream()
                .filter(answer -> answer.outcome() == Outcome.PASS
                        && outcomes.get(answer.check().id()) == Outcome.FAIL)
                .map(NodeResults.Answer::check)
                .findFirst()
                .orElseThrow();
    }

    private static Compliance.CheckAnswer added(Check check) {
        central.bean(ComplianceRuns.class).run("test");
        Standard standard = Standards.all().stream()
                .filter(one ->
                        one.controls().anyMatch(control -> control.checks().contains(check.id())))
                .findFirst()
                .orElseThrow();
        Standard.Control control = standard.controls()
                .filter(one -> one.checks().contains(check.id()))
                .findFirst()
                .orElseThrow();
        return central
                .bean(Compliance.class)
                .control(standard.id(), control.id(), AccessScope.EVERYTHING)
                .checks()
                .stream()
                .filter(answer -> answer.check().id().equals(check.id()))
                .findFirst()
                .orElseThrow();
    }
}
