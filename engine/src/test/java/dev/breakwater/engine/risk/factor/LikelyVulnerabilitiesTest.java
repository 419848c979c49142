package dev.breakwater.engine.risk.factor;

import static dev.breakwater.engine.risk.RiskFixtures.HARDENED;
import static dev.breakwater.engine.risk.RiskFixtures.NOW;
import static dev.breakwater.engine.risk.RiskFixtures.lost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.model.Vulnerability.State;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.FactorScore;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskFixtures;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.RiskModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Version 2: severity by likelihood. HIGH alone is 6.4 points of 100, up to a factor of 4. */
class LikelyVulnerabilitiesTest {

    private static final double HIGH = 6.4;

    @Test
    void anExploitedOneWeighsThreeTimesAndALikelyOneByItsProbability() {
        assertThat(points(part(flaw(false, null, State.OBSERVED)))).isEqualTo(HIGH, within(0.001));
        assertThat(points(part(flaw(true, 0.9, State.OBSERVED)))).isEqualTo(3 * HIGH, within(0.001));
        assertThat(points(part(flaw(false, 0.5, State.OBSERVED)))).isEqualTo(2 * HIGH, within(0.001));
        assertThat(part(flaw(true, 0.9, State.OBSERVED))
                        .contributions()
                        .getFirst()
                        .text())
                .endsWith(", which is known to be exploited");
    }

    @Test
    void whatPeopleDecidedIsLeftOut() {
        assertThat(part(flaw(true, 0.9, State.FALSE_POSITIVE)).state()).isEqualTo(FactorScore.State.NOTHING_TO_SAY);
    }

    @Test
    void notKnowingWhetherItIsExploitedIsAtLeastAsMuch() {
        Measurement.Part part = part(flaw(null, null, State.OBSERVED));
        assertThat(part.state()).isEqualTo(FactorScore.State.UNKNOWN);
        assertThat(points(part)).isEqualTo(HIGH, within(0.001));
    }

    @Test
    void aScanThatMissedSomethingIsAtLeastWhatItFoundAndEndsWhenItIsTooOld() {
        Instant end = NOW.plus(Duration.ofDays(3));
        Measurement measured = ImageVulnerabilities.byLikelihood()
                .measure(RiskFixtures.workload()
                        .container("web", HARDENED)
                        .image("web", lost(), scan(flaw(false, null, State.OBSERVED), "rpmdb: is cut off", end))
                        .input());
        assertThat(measured.parts().getFirst().state()).isEqualTo(FactorScore.State.UNKNOWN);
        assertThat(measured.parts().getFirst().fact()).isEqualTo("rpmdb: is cut off");
        assertThat(measured.validUntil()).isEqualTo(end);
    }

    @Test
    void whatWasCertainHoldsOnWhenTheScanIsLost() {
        RiskFixtures seen = RiskFixtures.workload()
                .container("web", HARDENED)
                .image("web", lost(), scan(flaw(true, null, State.OBSERVED), "rpmdb: is cut off", null));
        RiskAssessment before = RiskModel.V2.assess(seen.input());
        RiskInput dark = RiskFixtures.workload()
                .container("web", HARDENED)
                .image("web", lost(), lost())
                .input();

        RiskAssessment after = RiskModel.V2.assess(
                new RiskInput(dark.workload(), dark.violations(), dark.suspiciousProcesses(), before, dark.asOf()));

        assertThat(after.score()).isEqualTo(before.score());
        assertThat(after.factor(FactorId.IMAGE_VULNERABILITIES).orElseThrow().state())
                .isEqualTo(FactorScore.State.UNKNOWN);
    }

    private static double points(Measurement.Part part) {
        return part.contributions().stream()
                .mapToDouble(Measurement.Contribution::points)
                .sum();
    }

    private static Measurement.Part part(Vulnerability flaw) {
        return ImageVulnerabilities.byLikelihood()
                .measure(RiskFixtures.workload()
                        .container("web", HARDENED)
                        .image("web", lost(), scan(flaw, "", null))
                        .input())
                .parts()
                .getFirst();
    }

    private static Vulnerability flaw(@Nullable Boolean exploited, @Nullable Double epss, State state) {
        return new Vulnerability(
                "CVE-2026-1",
                Severity.HIGH,
                7.5,
                "",
                null,
                new Vulnerability.Context(null, epss, exploited, null, null, null, state));
    }

    private static Observed<ImageScan> scan(Vulnerability flaw, String incomplete, @Nullable Instant goodUntil) {
        return Observed.known(new ImageScan(
                NOW,
                "debian:12",
                List.of(new ImageScan.InstalledPackage("openssl", "3.0.1", List.of(flaw))),
                List.of(),
                List.of(),
                incomplete,
                goodUntil,
                ""));
    }
}
