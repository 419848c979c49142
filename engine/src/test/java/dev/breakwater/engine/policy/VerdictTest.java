package dev.breakwater.engine.policy;

import static dev.breakwater.engine.policy.Policies.all;
import static dev.breakwater.engine.policy.Policies.any;
import static dev.breakwater.engine.policy.Policies.judge;
import static dev.breakwater.engine.policy.Policies.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant NOW = ContainerFixture.NOW;

    private final WorkloadFixture workload = WorkloadFixture.sound();

    private static Policy privilegedAndFixable() {
        return Policies.of(any("Privileged Container", "true"), any("Fixable", "true"), any("Severity", ">=HIGH"));
    }

    @Test
    void doesNotAddUpAPrivilegedContainerAndAFlawInAnother() {
        workload.first().privileged = true;
        ContainerFixture other = workload.another("other");
        other.scan = ContainerFixture.scanned(ContainerFixture.flaw("CVE-1", Severity.HIGH, 7.0, "2"));
        assertThat(judge(privilegedAndFixable(), workload).outcome()).isEqualTo(Outcome.CLEAN);
    }

    @Test
    void doesNotAddUpTwoFlawsOfOnePackage() {
        workload.first().privileged = true;
        workload.first().scan = ContainerFixture.scanned(
                ContainerFixture.flaw("CVE-1", Severity.HIGH, 7.0, ""),
                ContainerFixture.flaw("CVE-2", Severity.LOW, 2.0, "2"));
        assertThat(judge(privilegedAndFixable(), workload).outcome()).isEqualTo(Outcome.CLEAN);
    }

    @Test
    void listsAFlawOnceThoughSeveralCriteriaMatchIt() {
        workload.first().privileged = true;
        workload.first().scan = ContainerFixture.scanned(ContainerFixture.flaw("CVE-1", Severity.HIGH, 7.5, "2"));
        assertThat(judge(privilegedAndFixable(), workload).evidence())
                .extracting(Evidence::message)
                .containsExactly(
                        "CVE-1 (HIGH, CVSS 7.5) is in openssl 3.0.1 of container web, fixed by 2.",
                        "Container web runs privileged.");
    }

    @Test
    void anImageThatWasNotScannedIsNeitherCleanNorViolated() {
        workload.first().privileged = true;
        workload.first().scan = Observed.unknown(UnknownReason.FAILED, "The registry refused.");
        Verdict verdict = judge(privilegedAndFixable(), workload);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.unknown())
                .contains(new UnknownFact(
                        "Fixable",
                        "image " + workload.first().imageName,
                        UnknownReason.FAILED,
                        "The registry refused."));
        workload.first().privileged = false;
        assertThat(judge(privilegedAndFixable(), workload).outcome()).isEqualTo(Outcome.CLEAN);
    }

    @Test
    void firesOnAnEmptyListOfDroppedCapabilities() {
        workload.first().drop = List.of();
        assertThat(judge(Policies.of(any("Drop Capabilities", "ALL")), workload).outcome())
                .isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void turningAGroupRoundLooksForAnObjectThatIsNoneOfTheValues() {
        workload.exposures = Observed.known(List.of());
        assertThat(judge(Policies.of(not("Exposed Port", "22")), workload).outcome())
                .as("no port at all")
                .isEqualTo(Outcome.CLEAN);
        workload.another("b").add = List.of("SYS_ADMIN");
        assertThat(judge(Policies.of(not("Container Name", "web", "b")), workload)
                        .outcome())
                .isEqualTo(Outcome.CLEAN);
        assertThat(judge(Policies.of(not("Container Name", "web")), workload).outcome())
                .isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void asksForOneOfTheRequiredLabelsOrForEach() {
        workload.labels.clear();
        workload.labels.put("owner", "a");
        assertThat(judge(Policies.of(any("Required Label", "owner=", "team=")), workload)
                        .outcome())
                .isEqualTo(Outcome.CLEAN);
        Verdict each = judge(Policies.of(all("Required Label", "owner=", "team=")), workload);
        assertThat(each.evidence())
                .extracting(Evidence::message)
                .containsExactly("The workload has nothing in its labels for team=.");
    }

    @Test
    void opensTheAgeViolationByTimeAlone() {
        Instant due = ContainerFixture.BUILT.plus(Duration.ofDays(90));
        Policy policy = Policies.of(any("Image Age", "90"));
        assertThat(judge(policy, workload.build(), NOW))
                .extracting(Verdict::outcome, Verdict::validUntil)
                .containsExactly(Outcome.CLEAN, due);
        assertThat(judge(policy, workload.build(), due))
                .extracting(Verdict::outcome, Verdict::validUntil)
                .containsExactly(Outcome.VIOLATED, null);
    }

    @Test
    void countsWhatItDoesNotList() {
        List<Vulnerability> many = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> ContainerFixture.flaw("CVE-" + i, Severity.HIGH, 7.0, "2"))
                .toList());
        workload.first().scan = ContainerFixture.scanned(many.toArray(Vulnerability[]::new));
        assertThat(judge(Policies.of(any("Severity", "HIGH")), workload).evidence())
                .hasSize(41)
                .last()
                .extracting(Evidence::message)
                .isEqualTo("… and 60 more.");
    }

    @Test
    void oneEvaluationThatBreaksLeavesTheOthersStanding() {
        workload.first().createdAt = Observed.known(Instant.MAX);
        workload.first().privileged = true;
        List<EvaluationFailure> failures = new ArrayList<>();
        List<Verdict> verdicts = CompiledPolicies.compile(
                        List.of(Policies.of(any("Image Age", "90")), Policies.of(any("Privileged Container", "true"))))
                .judge(workload.build(), NOW, failures::add);
        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.UNKNOWN, Outcome.VIOLATED);
        UnknownFact fact = verdicts.getFirst().unknown().getFirst();
        assertThat(fact.reason()).isEqualTo(UnknownReason.FAILED);
        assertThat(failures)
                .singleElement()
                .satisfies(failure ->
                        assertThat(fact.detail()).contains(failure.errorId().toString()));
    }

    @Test
    void aStoredPolicyThatIsNotReadableAnyMoreIsUnknownAndLeavesTheOthersStanding() {
        workload.first().privileged = true;
        List<PolicyRejected> rejections = new ArrayList<>();
        List<Verdict> verdicts = CompiledPolicies.compileStored(
                        List.of(Policies.of(any("Gone", "1")), Policies.of(any("Privileged Container", "true"))),
                        rejections::add)
                .judge(workload.build(), NOW);
        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.UNKNOWN, Outcome.VIOLATED);
        assertThat(rejections).hasSize(1);
    }

    @Test
    void judgesNeitherWhatIsSwitchedOffNorWhatIsForOtherStages() {
        Policy off = PolicyDocument.read(PolicyDocument.toYaml(List.of(privilegedAndFixable()))
                        .replace("enabled: true", "enabled: false"))
                .getFirst();
        assertThat(CompiledPolicies.compile(List.of(off)).judge(workload.build(), NOW))
                .isEmpty();
    }
}
