package dev.breakwater.central.compliance.internal;

import static dev.breakwater.central.nodes.MachineFixture.deb;
import static dev.breakwater.central.nodes.MachineFixture.evidence;
import static dev.breakwater.central.nodes.MachineFixture.node;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.central.vulnerabilities.internal.list.Recount;
import dev.breakwater.central.vulnerabilities.internal.match.Matching;
import dev.breakwater.engine.compliance.HostComponents;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.scanner.MachineCodec;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NIST SP 800-190 4.5.3 says of each node what advisories say of what is installed on it. */
class HostAnswersIT {

    private static final String MACHINE = "3d1219c7c4c5404aaa1f6d2a48adfda4";
    private static final String OTHER_MACHINE = "ffffffffffffffffffffffffffffffff";
    private static final InstalledPackage KERNEL = deb("linux-image-6.1.0-28-amd64", "6.1.120-1", "linux");
    private static final InstalledPackage KERNEL_BEFORE = deb("linux-image-6.1.0-26-amd64", "6.1.112-1", "linux");

    private final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();

    @AfterEach
    void close() {
        central.close();
    }

    @BeforeEach
    void takeAdvisories() {
        central.bean(FeedImport.class)
                .take(feed(
                        "debian",
                        advisory("CVE-2026-9001").severity(Severity.CRITICAL).in("Debian:12", "openssl", "3.0.12-1"),
                        advisory("CVE-2026-9002").severity(Severity.HIGH).in("Debian:12", "linux", "6.1.119-1"),
                        advisory("CVE-2026-9003").severity(Severity.HIGH).in("Debian:12", "curl", ""),
                        advisory("CVE-2026-9004").severity(Severity.MEDIUM).in("Debian:12", "bash", "5.3-1")));
    }

    private void look(String name, InstalledPackage... packages) {
        look(name, MACHINE, packages);
    }

    private void look(String name, String machine, InstalledPackage... packages) {
        central.send(node(name, MACHINE));
        central.bean(NodeEvidence.class)
                .accept(
                        JudgingCentral.idOf(node(name, MACHINE)),
                        MachineCodec.write(
                                evidence(name, machine, central.clock().instant(), packages)),
                        !machine.equals(MACHINE));
    }

    private void settle() {
        while (central.bean(Matching.class).some() + central.bean(Recount.class).some() > 0) {
            central.clock().advance(Duration.ofMillis(1));
        }
    }

    private Tally tally() {
        central.bean(ComplianceRun.class).followUp();
        return central.bean(Compliance.class).control("nist-800-190", "4.5.3", AccessScope.EVERYTHING).checks().stream()
                .filter(answer -> answer.check().equals(HostComponents.card()))
                .findFirst()
                .orElseThrow()
                .answers();
    }

    private Map<String, Sample> open() {
        return central
                .bean(Compliance.class)
                .objects(HostComponents.card().id(), JudgingCentral.CLUSTER, AccessScope.EVERYTHING)
                .stream()
                .collect(Collectors.toMap(Sample::name, sample -> sample));
    }

    private Map<String, Outcome> outcomes() {
        return open().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().outcome()));
    }

    @Test
    void onlyWhatAnUpdateWouldMendInWhatRunsFailsAndTheNodeIsNamed() {
        look("ripe", KERNEL, deb("openssl", "3.0.11-1", ""));
        look("mended", KERNEL, deb("openssl", "3.0.12-1", ""));
        look("no-fix", KERNEL, deb("curl", "7.88-1", ""));
        look("medium", KERNEL, deb("bash", "5.2-1", ""));
        look("old-kernel-beside", KERNEL, KERNEL_BEFORE);
        settle();

        assertThat(tally()).isEqualTo(new Tally(4, 1, 0, 0, 0));
        assertThat(outcomes()).isEqualTo(Map.of("ripe", Outcome.FAIL));
        assertThat(open().get("ripe").message())
                .isEqualTo("1 high or critical vulnerability of its 2 packages could be mended by an update.");
    }

    @Test
    void whatIsNotKnownOrOfAnotherMachineIsUnknown() {
        central.send(node("never", MACHINE));
        look("forced", OTHER_MACHINE, KERNEL, deb("openssl", "3.0.11-1", ""));
        look("kernel-untold", deb("openssl", "3.0.12-1", ""));
        look("nothing-read");
        settle();

        assertThat(tally()).isEqualTo(new Tally(0, 0, 4, 0, 0));
        assertThat(open().get("forced").message()).contains("by force");
        assertThat(open().get("kernel-untold").message()).contains("kernel that runs");
        assertThat(open().get("nothing-read").message()).contains("No package");
        assertThat(open().get("never").message()).contains("Nobody looked");
    }

    @Test
    void aNodeWaitsForItsPackagesToBeHeldAgainstAdvisories() {
        look("waiting", KERNEL);
        assertThat(tally()).isEqualTo(new Tally(0, 0, 1, 0, 0));

        settle();

        assertThat(tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    }

    @Test
    void anAdvisoryAnUpdateAndTimeEachChangeTheAnswer() {
        look("turning", KERNEL, deb("zlib", "1.2-1", ""));
        settle();
        assertThat(tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));

        central.bean(FeedImport.class)
                .take(feed(
                        "debian-later",
                        advisory("CVE-2026-9010").severity(Severity.HIGH).in("Debian:12", "zlib", "1.3-1")));
        settle();
        assertThat(tally()).isEqualTo(new Tally(0, 1, 0, 0, 0));

        central.clock().advance(Duration.ofMinutes(1));
        look("turning", KERNEL, deb("zlib", "1.3-1", ""));
        assertThat(tally()).as("counted for what it had before").isEqualTo(new Tally(0, 0, 1, 0, 0));
        settle();
        assertThat(tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));

        central.clock().advance(Duration.ofHours(25));
        assertThat(tally()).isEqualTo(new Tally(0, 0, 1, 0, 0));
    }
}
