package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Judgement;
import dev.breakwater.engine.policy.WorkloadFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A public image is as good as one of your own if somebody signed it whom you trust. */
class SignedInsteadTest {

    private static final Observed<Signatures> NOBODY_LOOKED =
            Observed.unknown(UnknownReason.NOT_COLLECTED, "No signature of the image has been checked.");
    private static final Observed<Signatures> REGISTRY_SILENT =
            Observed.known(new Signatures(List.of(), Map.of("vendor", "the registry does not answer")));

    private static Outcome outcome(WorkloadFixture workload) {
        return WorkloadChecks.compile()
                .judge(Judgement.of(workload.build(), Instant.parse("2026-06-01T00:00:00Z")), false, failure -> {})
                .stream()
                .filter(result -> result.check().equals("image-signed-or-approved"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static WorkloadFixture publicImage(Observed<Signatures> signatures) {
        WorkloadFixture workload = WorkloadFixture.sound();
        workload.first().imageName = "docker.io/library/nginx:1.27";
        workload.first().verifiedBy = signatures;
        return workload;
    }

    @Test
    void aTrustedSignatureStandsInForTheRegistry() {
        assertThat(outcome(publicImage(Observed.known(Signatures.by("vendor")))))
                .isEqualTo(Outcome.PASS);
        assertThat(outcome(publicImage(Observed.known(Signatures.NONE)))).isEqualTo(Outcome.FAIL);
        assertThat(outcome(publicImage(REGISTRY_SILENT))).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whereNobodyIsTrustedThePublicImageFails() {
        assertThat(outcome(publicImage(NOBODY_LOOKED))).isEqualTo(Outcome.FAIL);
    }

    @Test
    void anImageOfYourOwnNeedsNoSignature() {
        WorkloadFixture own = WorkloadFixture.sound();
        own.first().verifiedBy = REGISTRY_SILENT;
        assertThat(outcome(own)).isEqualTo(Outcome.PASS);
    }

    @Test
    void eachContainerIsLookedAtByItself() {
        WorkloadFixture workload = publicImage(Observed.known(Signatures.by("vendor")));
        workload.another("own").verifiedBy = Observed.known(Signatures.NONE);
        assertThat(outcome(workload)).as("signed, and of your own").isEqualTo(Outcome.PASS);

        workload.another("third").imageName = "docker.io/library/redis:7";
        workload.containers.getLast().verifiedBy = Observed.known(Signatures.NONE);
        assertThat(outcome(workload)).as("public and unsigned").isEqualTo(Outcome.FAIL);
    }
}
