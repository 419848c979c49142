package dev.breakwater.engine.risk.factor;

import static dev.breakwater.engine.risk.RiskFixtures.HARDENED;
import static dev.breakwater.engine.risk.RiskFixtures.NOW;
import static dev.breakwater.engine.risk.RiskFixtures.daysOld;
import static dev.breakwater.engine.risk.RiskFixtures.installed;
import static dev.breakwater.engine.risk.RiskFixtures.lost;
import static dev.breakwater.engine.risk.RiskFixtures.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.risk.FactorScore.State;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.RiskFactor;
import dev.breakwater.engine.risk.RiskFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFactorsTest {

    @ParameterizedTest
    @CsvSource({
        "LOW, 1, 1.012",
        "MEDIUM, 1, 1.09075",
        "HIGH, 1, 1.192",
        "CRITICAL, 1, 1.27075",
        "CRITICAL, 11, 3.97825",
        "CRITICAL, 12, 4.0",
        "LOW, 250, 4.0" // 100 points: exactly saturated
    })
    void ratesVulnerabilitiesBySeverity(Severity severity, int count, double expected) {
        InstalledPackage openssl =
                installed("openssl", Collections.nCopies(count, severity).toArray(Severity[]::new));

        assertThat(measure(ImageVulnerabilities.bySeverity(), scan(openssl)).multiplier())
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void skipsVulnerabilitiesWithoutSeverity() {
        assertThat(measure(ImageVulnerabilities.bySeverity(), scan(installed("a", Severity.UNKNOWN)))
                        .state())
                .isEqualTo(State.NOTHING_TO_SAY);
    }

    @Test
    void tellsOneVulnerabilityOnceThoughSeveralPackagesHaveIt() {
        Measurement.Part part = measure(
                ImageVulnerabilities.bySeverity(), scan(installed("a", Severity.HIGH), installed("b", Severity.HIGH)));

        assertThat(part.contributions()).extracting(Contribution::id).containsExactly("vulnerability:CVE-2026-1000");
        assertThat(part.contributions().getFirst().points()).isCloseTo(12.8, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"bash, 1.05", "bash CURL, 1.1", "apk apt bash curl dnf netcat nmap rpm sh tcsh telnet wget yum, 1.5"})
    void countsToolsThatServeAnIntruder(String names, double expected) {
        assertThat(measure(
                                new AttackerComponents(),
                                scan(Stream.of(names.split(" "))
                                        .map(RiskFixtures::installed)
                                        .toArray(InstalledPackage[]::new)))
                        .multiplier())
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void saysNothingOfOtherPackages() {
        assertThat(measure(new AttackerComponents(), scan(installed("libc6"))).state())
                .isEqualTo(State.NOTHING_TO_SAY);
    }

    @ParameterizedTest
    @CsvSource({"9, NOTHING_TO_SAY, 1.0", "10, KNOWN, 1.0", "11, KNOWN, 1.05", "20, KNOWN, 1.5", "400, KNOWN, 1.5"})
    void countsPackagesFromTheTenthOn(int count, State state, double expected) {
        Measurement.Part part = measure(
                new ComponentCount(),
                scan(IntStream.range(0, count).mapToObj(i -> installed("p" + i)).toArray(InstalledPackage[]::new)));

        assertThat(part.state()).isEqualTo(state);
        assertThat(part.multiplier()).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0, NOTHING_TO_SAY, 1.0, 90",
        "89, NOTHING_TO_SAY, 1.0, 90",
        "90, KNOWN, 1.0, 91",
        "180, KNOWN, 1.25, 181",
        "269, KNOWN, 1.4972222222, 270",
        "270, KNOWN, 1.5, ",
        "3000, KNOWN, 1.5, "
    })
    void agesFromNinetyToTwoHundredAndSeventyDays(long days, State state, double expected, Long nextDay) {
        Measurement measured = new ImageFreshness()
                .measure(RiskFixtures.workload()
                        .container("web", HARDENED)
                        .image("web", daysOld(days), lost())
                        .input());

        assertThat(measured.parts().getFirst().state()).isEqualTo(state);
        assertThat(measured.parts().getFirst().multiplier()).isCloseTo(expected, within(1e-9));
        assertThat(measured.validUntil()).isEqualTo(nextDay == null ? null : NOW.plus(Duration.ofDays(nextDay - days)));
    }

    @Test
    void takesTheFixedDateOfAReproducibleBuildForNoAge() {
        Measurement measured = new ImageFreshness()
                .measure(RiskFixtures.workload()
                        .container("web", HARDENED)
                        .image("web", Observed.known(Instant.EPOCH), lost())
                        .input());

        assertThat(measured.parts().getFirst().state()).isEqualTo(State.UNKNOWN);
        assertThat(measured.validUntil()).isNull();
    }

    @Test
    void readsEachContainerByItself() {
        Measurement measured = ImageVulnerabilities.bySeverity()
                .measure(RiskFixtures.workload()
                        .container("web", HARDENED)
                        .container("proxy", HARDENED)
                        .image("web", lost(), scan(installed("a", Severity.LOW)))
                        .input());

        assertThat(measured.parts()).extracting(Measurement.Part::state).isEqualTo(List.of(State.KNOWN, State.UNKNOWN));
        assertThat(measured.parts().getLast().fact()).isEqualTo("The image has not been scanned.");
    }

    private static Measurement.Part measure(RiskFactor factor, Observed<ImageScan> scan) {
        return factor.measure(RiskFixtures.workload()
                        .container("web", HARDENED)
                        .image("web", lost(), scan)
                        .input())
                .parts()
                .getFirst();
    }
}
