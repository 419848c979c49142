package dev.breakwater.central.compliance;

import static dev.breakwater.central.testing.ClusterObjects.bind;
import static dev.breakwater.central.testing.ClusterObjects.clusterAdmin;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.compliance.Compliance.ControlDetail;
import dev.breakwater.central.inventory.ClusterResources;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ComplianceIT {

    private static final String STANDARD = "nist-800-190";

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    @Test
    void aControlFollowsWhatRunsWithTheEvidence() {
        WorkloadSpec spec = deployment("comply", "web", "registry.example.com/web:1", true);
        central.send(spec);
        ControlResult failing = result("4.4.3");
        assertThat(failing.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failing.failed()).isPositive();
        assertThat(failing.evidence()).first().satisfies(sample -> {
            assertThat(sample.name()).isEqualTo("web");
            assertThat(sample.outcome()).isEqualTo(Outcome.FAIL);
            assertThat(sample.message()).isNotBlank();
        });
        assertThat(compliance().objects("not-privileged", JudgingCentral.CLUSTER, AccessScope.EVERYTHING))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.objectId()).isEqualTo(JudgingCentral.idOf(spec));
                    assertThat(sample.path()).contains("privileged");
                });
        assertThat(compliance()
                        .objects("not-privileged", null, AccessScope.ofNamespace(JudgingCentral.CLUSTER, "other")))
                .isEmpty();

        central.send(deployment("comply", "web", "registry.example.com/web:1", false));
        assertThat(result("4.4.3").failed()).isLessThan(failing.failed());
        assertThat(detail("4.4.3").history()).hasSizeGreaterThanOrEqualTo(2);
        central.remove(spec);
    }

    /** A cluster that was added and never connected has told nothing of what it sees. */
    @Test
    void aClusterThatNeverConnectedHasAMark() {
        ClusterResources resources = central.bean(ClusterResources.class);
        UUID never = UUID.randomUUID();

        assertThat(resources.mark(never)).isEqualTo(resources.mark(never)).isNotEmpty();
    }

    @Test
    void anImageThatNobodyLookedIntoPassesNothing() {
        WorkloadSpec spec = deployment("unseen", "web", "registry.example.com/unseen:1", false);
        central.send(spec);
        ControlResult result = result("4.1.1");
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.unknown()).isPositive();
        assertThat(detail("4.1.1").checks())
                .filteredOn(answer -> answer.check().id().equals("image-no-fixable-high"))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.answers().passed()).isZero();
                    assertThat(answer.answers().outcome()).isEqualTo(Outcome.UNKNOWN);
                });
        central.remove(spec);
    }

    @Test
    void aWorkloadThatNobodyAskedIsUnknown() {
        WorkloadSpec spec = deployment("fresh", "web", "registry.example.com/web:1", false);
        central.send(spec);
        long unknown = result("4.4.5").unknown();
        central.jdbc().sql("delete from workload_checks").update();
        assertThat(result("4.4.5").unknown()).isGreaterThan(unknown);
        assertThat(result("4.4.5").outcome()).isEqualTo(Outcome.UNKNOWN);
        central.remove(spec);
    }

    @Test
    void nodesAreJudgedByWhatTheySay() {
        assertThat(result("4.5.1").outcome()).isEqualTo(Outcome.UNKNOWN);
        Node general = node("n1", "Debian GNU/Linux 12 (bookworm)");
        central.send(general);
        assertThat(result("4.5.1").outcome()).isEqualTo(Outcome.FAIL);
        central.send(node("n1", "Talos (v1.9.0)"));
        assertThat(result("4.5.1").outcome()).isEqualTo(Outcome.PASS);
        central.remove(general);
    }

    @Test
    void aClusterAnswersForWhatIsDoneForIt() {
        assertThat(ofStandard("nist-800-53", "CM-3").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(compliance().objects("changes-checked", JudgingCentral.CLUSTER, AccessScope.EVERYTHING))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.kind()).isEqualTo("Cluster");
                    assertThat(sample.found()).isEqualTo("0");
                    assertThat(sample.message()).contains("No pipeline");
                });
        assertThat(compliance().objects("changes-checked", null, AccessScope.ofNamespace(JudgingCentral.CLUSTER, "a")))
                .isEmpty();
        assertThat(ofStandard("pci-dss-4.0", "10.5.1").failed()).isZero();
        assertThat(ofStandard("pci-dss-4.0", "10.5.1").passed()).isEqualTo(1);
        assertThat(ofStandard("pci-dss-4.0", "10.5.1").outcome()).isEqualTo(Outcome.MANUAL);
    }

    @Test
    void aPodIsJudgedByEachFieldOfPodSecurity() {
        WorkloadSpec spec = deployment("pss", "web", "registry.example.com/web:1", true);
        central.send(spec);
        assertThat(ofStandard("pod-security-baseline", "Privileged").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(ofStandard("pod-security-baseline", "HostNamespaces").outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(ofStandard("pod-security-restricted", "CapabilitiesDropped").outcome())
                .isEqualTo(Outcome.FAIL);
        central.remove(spec);
    }

    @Test
    void aClusterIsHeldToTheBenchmarkThatFitsIt() {
        Node node = node("n2", "Debian GNU/Linux 12 (bookworm)");
        central.send(node);
        assertThat(ofStandard("cis-kubernetes-1.11", "4.2.1").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ofStandard("cis-kubernetes-1.12", "4.2.1").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(ofStandard("cis-debian-12", "5.1.20").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ofStandard("cis-ubuntu-24.04", "5.1.20").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(ofStandard("cis-docker-1.6", "2.2").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(compliance().cells(AccessScope.EVERYTHING))
                .filteredOn(cell -> cell.standard().equals("cis-kubernetes-1.12"))
                .allSatisfy(cell -> assertThat(cell.controls().percent()).isEqualTo(-1));

        central.jdbc()
                .sql("insert into compliance_benchmark_choices values (?, 'cis-kubernetes-1.12', 'ada', now())")
                .param(JudgingCentral.CLUSTER)
                .update();
        assertThat(ofStandard("cis-kubernetes-1.11", "4.2.1").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(ofStandard("cis-kubernetes-1.12", "4.2.1").outcome()).isEqualTo(Outcome.UNKNOWN);
        central.jdbc().sql("delete from compliance_benchmark_choices").update();
        central.remove(node);
    }

    private static ControlResult ofStandard(String standard, String control) {
        central.bean(ComplianceRuns.class).run("test");
        return compliance()
                .control(standard, control, AccessScope.EVERYTHING)
                .results()
                .getFirst();
    }

    @Test
    void whoSeesOneNamespaceIsAnsweredByItsWorkloadsAlone() {
        WorkloadSpec bad = deployment("theirs", "web", "registry.example.com/web:1", true);
        WorkloadSpec good = deployment("mine", "web", "registry.example.com/web:1", false);
        central.send(bad);
        central.send(good);
        AccessScope mine = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "mine");
        AccessScope theirs = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "theirs");
        assertThat(ofStandard("pod-security-baseline", "Privileged").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(part(mine, "Privileged").outcome()).isEqualTo(Outcome.PASS);
        assertThat(part(mine, "Privileged").passed()).isEqualTo(1);
        ControlResult failing = part(theirs, "Privileged");
        assertThat(failing.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failing.evidence())
                .allSatisfy(sample -> assertThat(sample.namespace()).isEqualTo("theirs"));
        assertThat(compliance().cells(mine))
                .filteredOn(cell -> cell.standard().equals("pod-security-baseline"))
                .singleElement()
                .satisfies(cell -> assertThat(cell.controls().failed()).isZero());
        assertThat(compliance()
                        .results(new ListRequest("standard:nist-800-190 outcome:not-applicable", "", 500, null), mine)
                        .items())
                .extracting(ControlResult::control)
                .contains("4.3.5", "4.2.3")
                .doesNotContain("4.4.3");
        assertThat(compliance()
                        .control("pod-security-baseline", "Privileged", mine)
                        .history())
                .isEmpty();
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> compliance().results(new ListRequest("colour:red", "", 50, null), mine));
        central.remove(bad);
        central.remove(good);
    }

    private static ControlResult part(AccessScope scope, String control) {
        return compliance()
                .control("pod-security-baseline", control, scope)
                .results()
                .getFirst();
    }

    @Test
    void whoAnswersForNothingInAClusterMeetsNothingThere() {
        UUID empty = UUID.randomUUID();
        central.addCluster(empty, "c-without-any");
        WorkloadSpec spec = deployment("crewed", "web", "registry.example.com/web:1", false);
        central.send(spec);
        central.jdbc()
                .sql("update workloads set team = 'crew' where id = ?")
                .param(JudgingCentral.idOf(spec))
                .update();
        Attestation attestation = central.bean(Attestations.class)
                .attest(
                        STANDARD,
                        "4.4.4",
                        null,
                        "watched",
                        central.clock().instant().plus(Duration.ofDays(3)),
                        null);
        assertThat(compliance().cells(AccessScope.EVERYTHING, "crew"))
                .filteredOn(cell -> cell.clusterId().equals(empty))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.controls().counted()).isZero());
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> compliance().cells(AccessScope.EVERYTHING, "nobody"));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> compliance().objects("not-privileged", null, AccessScope.EVERYTHING, "nobody"));
        central.bean(Attestations.class).withdraw(attestation.id());
        central.remove(spec);
        central.jdbc().sql("delete from clusters where id = ?").param(empty).update();
    }

    @Test
    void aClusterThatBroughtNoRolesPassesNothingThatAsksOfThem() {
        assertThat(checked("5.1.1", "binding-no-administrator").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result("4.3.1").outcome()).isNotEqualTo(Outcome.PASS);
    }

    @Test
    void aNodeThatIsReadyIsNotThereforeTrusted() {
        Node node = node("trusted", "Talos (v1.9.0)");
        central.send(node);
        assertThat(result("4.3.5").failed()).isZero();
        assertThat(result("4.3.5").outcome()).isEqualTo(Outcome.MANUAL);
        central.remove(node);
    }

    @Test
    void aNodeOfAnotherSystemIsNotAskedWhatItsNeighbourIs() {
        Node debian = node("n-debian", "Debian GNU/Linux 12 (bookworm)");
        Node ubuntu = node("n-ubuntu", "Ubuntu 24.04.3 LTS");
        central.send(debian, ubuntu);
        ControlResult result = ofStandard("cis-debian-12", "5.1.20");
        assertThat(result.unknown()).isEqualTo(1);
        assertThat(result.notApplicable()).isEqualTo(1);
        assertThat(result.evidence()).extracting(ControlResult.Sample::name).containsExactly("n-debian");
        central.remove(debian, ubuntu);
    }

    @Test
    void aStepNamesTheObjectsThatItComesFrom() {
        WorkloadSpec spec = deployment("moved", "web", "registry.example.com/web:1", false);
        central.send(spec);
        ofStandard("pod-security-baseline", "Privileged");
        central.clock().advance(Duration.ofMinutes(2));
        central.send(deployment("moved", "web", "registry.example.com/web:1", true));
        ofStandard("pod-security-baseline", "Privileged");
        Compliance.Step step = compliance()
                .control("pod-security-baseline", "Privileged", AccessScope.EVERYTHING)
                .history()
                .getFirst();
        assertThat(step.objects()).anySatisfy(moved -> {
            assertThat(moved.change()).isEqualTo("FAILS");
            assertThat(moved.check()).isEqualTo("pss-privileged");
            assertThat(moved.namespace() + "/" + moved.name()).isEqualTo("moved/web");
            assertThat(moved.why()).isNotBlank();
        });
        central.clock().advance(Duration.ofMinutes(2));
        central.remove(spec);
        ofStandard("pod-security-baseline", "Privileged");
        assertThat(compliance()
                        .control("pod-security-baseline", "Privileged", AccessScope.EVERYTHING)
                        .history()
                        .getFirst()
                        .objects())
                .anySatisfy(moved -> assertThat(moved.change()).isEqualTo("GONE"));
    }

    @Test
    void aStepNamesBindingsAndNodesThatItComesFrom() {
        ofStandard("cis-kubernetes-1.11", "5.1.1");
        ofStandard("nist-800-190", "4.5.1");
        RoleBinding binding = bind("night-shift", "cluster-admin", new RoleBinding.Subject("User", "", "ann"));
        Node general = node("n7", "Debian GNU/Linux 12 (bookworm)");
        central.clock().advance(Duration.ofMinutes(2));
        central.send(clusterAdmin(), binding, general);
        assertThat(lastStep("cis-kubernetes-1.11", "5.1.1").objects()).anySatisfy(moved -> {
            assertThat(moved.change()).isEqualTo("FAILS");
            assertThat(moved.check()).isEqualTo("binding-no-administrator");
            assertThat(moved.kind() + " " + moved.name()).isEqualTo("ClusterRoleBinding night-shift");
            assertThat(moved.why()).isNotBlank();
        });
        assertThat(lastStep("nist-800-190", "4.5.1").objects()).anySatisfy(moved -> {
            assertThat(moved.kind() + " " + moved.name()).isEqualTo("Node n7");
            assertThat(moved.why()).contains("general-purpose");
        });

        central.clock().advance(Duration.ofMinutes(2));
        central.remove(binding, general);
        assertThat(lastStep("cis-kubernetes-1.11", "5.1.1").objects()).anySatisfy(moved -> {
            assertThat(moved.change()).isEqualTo("MENDED");
            assertThat(moved.name()).isEqualTo("night-shift");
        });
    }

    private static Compliance.Step lastStep(String standard, String control) {
        ofStandard(standard, control);
        return compliance()
                .control(standard, control, AccessScope.EVERYTHING)
                .history()
                .getFirst();
    }

    @Test
    void whoMayDoWhatIsJudgedByRolesAndBindings() {
        assertThat(checked("5.1.1", "binding-no-administrator").failed()).isZero();
        RoleBinding binding = bind("ops", "cluster-admin", new RoleBinding.Subject("User", "", "ann"));
        central.send(clusterAdmin(), binding);
        assertThat(checked("5.1.1", "binding-no-administrator").failed()).isEqualTo(1);
        assertThat(compliance().objects("binding-no-administrator", null, AccessScope.EVERYTHING))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.message()).contains("grants").doesNotContain("bears that name");
                    assertThat(sample.expected()).doesNotContain(".*");
                    assertThat(sample.name()).isEqualTo("ops");
                    assertThat(sample.kind()).isEqualTo("ClusterRoleBinding");
                });
        assertThat(compliance()
                        .objects(
                                "binding-no-administrator", null, AccessScope.ofNamespace(JudgingCentral.CLUSTER, "a")))
                .isEmpty();
        central.jdbc()
                .sql("update cluster_coverage set sight = 'FORBIDDEN' where kind = 'ROLE'")
                .update();
        assertThat(checked("5.1.3", "role-without-wildcards").outcome()).isEqualTo(Outcome.UNKNOWN);
        central.jdbc()
                .sql("update cluster_coverage set sight = 'SEEN' where kind = 'ROLE'")
                .update();
        central.remove(binding);
    }

    private static Tally checked(String control, String check) {
        central.bean(ComplianceRuns.class).run("test");
        return compliance().control("cis-kubernetes-1.11", control, AccessScope.EVERYTHING).checks().stream()
                .filter(answer -> answer.check().id().equals(check))
                .findFirst()
                .orElseThrow()
                .answers();
    }

    @Test
    void whatNoToolSeesIsManualUntilSomebodyAnswersForIt() {
        assertThat(result("4.2.3").outcome()).isEqualTo(Outcome.MANUAL);
        Attestations attestations = central.bean(Attestations.class);
        Attestation attestation = attestations.attest(
                STANDARD,
                "4.2.3",
                null,
                "Robot accounts with push rights for one repository each; pushes are logged in the registry.",
                central.clock().instant().plus(Duration.ofDays(30)),
                null);
        assertThat(result("4.2.3").outcome()).isEqualTo(Outcome.PASS);
        central.clock().advance(Duration.ofDays(31));
        assertThat(result("4.2.3").outcome()).isEqualTo(Outcome.MANUAL);

        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> attestations.attest(
                        STANDARD,
                        "4.1.1",
                        null,
                        "fine",
                        central.clock().instant().plusSeconds(60),
                        null));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> attestations.attest(
                        STANDARD,
                        "4.2.3",
                        null,
                        "fine",
                        central.clock().instant().minusSeconds(1),
                        null));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> attestations.attest(
                        STANDARD,
                        "4.2.3",
                        UUID.randomUUID(),
                        "fine",
                        central.clock().instant().plusSeconds(60),
                        null));
        attestations.withdraw(attestation.id());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attestations.withdraw(attestation.id()));
    }

    @Test
    void everyStandardHasACellForEveryCluster() {
        assertThat(compliance().cells(AccessScope.EVERYTHING)).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.clusterId()).isEqualTo(JudgingCentral.CLUSTER);
            long controls = compliance().standards().stream()
                    .filter(standard -> standard.id().equals(cell.standard()))
                    .findFirst()
                    .orElseThrow()
                    .controls()
                    .count();
            assertThat(cell.controls().counted()
                            + cell.controls().manual()
                            + cell.controls().notApplicable())
                    .isEqualTo(controls);
        });
        assertThat(compliance().cells(AccessScope.ofNamespace(UUID.randomUUID(), "x")))
                .isEmpty();
    }

    private static Node node(String name, String system) {
        return new Node(
                ObjectMeta.of("", name),
                List.of(),
                system,
                "6.1.0",
                "containerd://1.7.2",
                "v1.31.0",
                "amd64",
                "0123456789abcdef",
                List.of("10.0.0.1"),
                List.of(),
                List.of(new Node.Condition("Ready", "True", "KubeletReady")),
                false);
    }

    private static Compliance compliance() {
        return central.bean(Compliance.class);
    }

    private static ControlDetail detail(String control) {
        return compliance().control(STANDARD, control, AccessScope.EVERYTHING);
    }

    private static ControlResult result(String control) {
        central.bean(ComplianceRuns.class).run("test");
        return detail(control).results().getFirst();
    }
}
