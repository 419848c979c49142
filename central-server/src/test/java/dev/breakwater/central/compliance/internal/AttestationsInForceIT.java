package dev.breakwater.central.compliance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.compliance.OwnStandards;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person answers for is told apart from what was measured, and holds wherever the same is asked. */
class AttestationsInForceIT {

    private static final String BASE = "nist-800-190";

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private @Nullable Attestation given;

    @BeforeEach
    void profiles() {
        save("ours", "");
        save("theirs", """
            change:
              - {control: 4.2.3, attest: 'Who may push?'}
            """);
    }

    private static void save(String id, String more) {
        if (central.bean(OwnStandards.class).list().stream()
                .noneMatch(one -> one.id().equals(id))) {
            central.bean(OwnStandards.class)
                    .save(null, null, "id: " + id + "\nname: Profile " + id + "\nextends: " + BASE + "\n" + more);
        }
    }

    @AfterEach
    void takeBack() {
        if (given != null) {
            central.bean(Attestations.class).withdraw(given.id());
        }
    }

    @Test
    void anAttestedPassNamesWhoAnswersForItAndUntilWhen() {
        assertThat(result(BASE).attested()).isNull();
        Map<String, Long> before = attested();
        Attestation word = attest(BASE);

        ControlResult result = result(BASE);
        assertThat(result.outcome()).isEqualTo(Outcome.PASS);
        assertThat(Objects.requireNonNull(result.attested()).by()).isEqualTo("ada");
        assertThat(result.attested().until()).isEqualTo(word.validUntil());
        assertThat(result.attested().standard()).isEqualTo(BASE);
        assertThat(attested().get(BASE)).isEqualTo(before.get(BASE) + 1);
    }

    @Test
    void itHoldsInAProfileThatTakesTheControlUnchangedAndSaysFromWhere() {
        attest(BASE);

        ControlResult ours = result("ours");
        assertThat(ours.outcome()).isEqualTo(Outcome.PASS);
        assertThat(Objects.requireNonNull(ours.attested()).standard()).isEqualTo(BASE);
        assertThat(central.bean(Compliance.class)
                        .control("ours", "4.2.3", AccessScope.EVERYTHING)
                        .attestations())
                .extracting(Attestation::standard)
                .contains(BASE);
        assertThat(result("theirs").outcome()).isEqualTo(Outcome.MANUAL);
        assertThat(central.bean(Attestations.class).holding(central.clock().instant(), AccessScope.EVERYTHING))
                .extracting(Attestations.Holding::standard)
                .containsExactlyInAnyOrder(BASE, "ours");
    }

    @Test
    void whatIsAttestedOfAProfileSaysNothingOfItsBase() {
        attest("ours");

        assertThat(result("ours").outcome()).isEqualTo(Outcome.PASS);
        assertThat(result(BASE).outcome()).isEqualTo(Outcome.MANUAL);
    }

    @Test
    void nothingIsAttestedWhereTheStandardDoesNotApply() {
        central.send(node());
        Compliance compliance = central.bean(Compliance.class);
        String docker = "cis-docker-1.6";
        String control = compliance.standards().stream()
                .filter(standard -> standard.id().equals(docker))
                .flatMap(standard -> standard.controls())
                .filter(one -> one.needsAttestation())
                .findFirst()
                .orElseThrow()
                .id();

        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> central.bean(Attestations.class)
                        .attest(
                                docker,
                                control,
                                JudgingCentral.CLUSTER,
                                "fine",
                                central.clock().instant().plus(Duration.ofDays(3)),
                                null))
                .withMessageContaining("concerns");
    }

    /** It runs containerd, so no cluster of Docker. */
    private static Node node() {
        return new Node(
                ObjectMeta.of("", "n1"),
                List.of(),
                "Talos (v1.9.0)",
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

    private Attestation attest(String standard) {
        given = central.bean(Attestations.class)
                .attest(
                        standard,
                        "4.2.3",
                        null,
                        "Robot accounts with rights for one repository each.",
                        central.clock().instant().plus(Duration.ofDays(30)),
                        null);
        return given;
    }

    private static Map<String, Long> attested() {
        central.bean(ComplianceRuns.class).run("test");
        return central.bean(Compliance.class).cells(AccessScope.EVERYTHING).stream()
                .collect(Collectors.toMap(Compliance.Cell::standard, Compliance.Cell::attested));
    }

    private static ControlResult result(String standard) {
        central.bean(ComplianceRuns.class).run("test");
        return central
                .bean(Compliance.class)
                .results(
                        new ListRequest("standard:" + standard + " control:4.2.3", "", 500, null),
                        AccessScope.EVERYTHING)
                .items()
                .stream()
                .filter(one -> one.standard().equals(standard))
                .findFirst()
                .orElseThrow();
    }
}
