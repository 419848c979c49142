package dev.breakwater.engine.risk;

import static dev.breakwater.engine.risk.RiskFixtures.HARDENED;
import static dev.breakwater.engine.risk.RiskFixtures.NOW;
import static dev.breakwater.engine.risk.RiskFixtures.assess;
import static dev.breakwater.engine.risk.RiskFixtures.daysOld;
import static dev.breakwater.engine.risk.RiskFixtures.installed;
import static dev.breakwater.engine.risk.RiskFixtures.scan;
import static dev.breakwater.engine.risk.RiskFixtures.security;
import static dev.breakwater.engine.risk.RiskFixtures.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.risk.FactorScore.State;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskModelTest {

    private static RiskFixtures scanned(Severity... severities) {
        return RiskFixtures.workload()
                .container("web", HARDENED)
                .image("web", daysOld(10), scan(installed("openssl", severities)));
    }

    @Test
    void multipliesItsFactors() {
        RiskAssessment assessed = assess(
                scanned(Severity.HIGH).exposed(Method.EXTERNAL).build(),
                List.of(violation(1, Severity.CRITICAL)),
                null);

        assertThat(assessed.score()).isCloseTo(1.96 * 1.192 * 1.3, within(1e-12));
        assertThat(assessed.unknownFactors()).isZero();
        assertThat(assessed.text()).isEqualTo("3.0");
        assertThat(assessed.factors()).extracting(FactorScore::factor).containsExactly(FactorId.values());
        assertThat(assessed.modelVersion()).isEqualTo("1");
    }

    @Test
    void isOneWhereNothingIsToBeSaid() {
        RiskAssessment assessed = assess(scanned().build(), List.of(), null);

        assertThat(assessed.score()).isEqualTo(1);
        assertThat(assessed.reasons()).isEmpty();
        assertThat(assessed.factors()).extracting(FactorScore::state).containsOnly(State.NOTHING_TO_SAY);
    }

    @Test
    void isALowerBoundWhereDataWasNeverThere() {
        RiskAssessment assessed = assess(
                RiskFixtures.workload()
                        .container("web", SecurityContext.NOT_SET)
                        .exposed(Method.EXTERNAL)
                        .build(),
                List.of(violation(1, Severity.CRITICAL)),
                null);

        assertThat(assessed.unknownFactors()).isEqualTo(4);
        assertThat(assessed.text()).isEqualTo("≥ 2.8 (4 factors unknown)"); // 2.866 rounded down
        assertThat(assessed.factor(FactorId.IMAGE_VULNERABILITIES).orElseThrow().unknownReason())
                .isEqualTo("The image has not been scanned.");
    }

    @Test
    void keepsTheLastValueOfLostDataWithItsDate() {
        RiskAssessment before = assess(scanned(Severity.CRITICAL).build(), List.of(), null);
        RiskInput dark = new RiskInput(
                RiskFixtures.workload().container("web", HARDENED).build(),
                List.of(),
                Observed.known(List.of()),
                before,
                NOW.plus(Duration.ofDays(3)));

        RiskAssessment after = RiskModel.V1.assess(dark);

        assertThat(after.score()).isEqualTo(before.score());
        assertThat(after.staleFactors()).isEqualTo(4);
        assertThat(after.text()).isEqualTo("1.3 (4 factors stale)");
        FactorScore vulnerabilities =
                after.factor(FactorId.IMAGE_VULNERABILITIES).orElseThrow();
        assertThat(vulnerabilities.state()).isEqualTo(State.STALE);
        assertThat(vulnerabilities.asOf()).isEqualTo(NOW);
        assertThat(after.reasons()).singleElement().satisfies(r -> {
            assertThat(r.stale()).isTrue();
            assertThat(r.id()).isEqualTo("vulnerability:CVE-2026-1000");
            assertThat(r.share()).isEqualTo(1);
        });
    }

    @Test
    void showsTheFixOfOneContainerThoughAnotherCannotBeScanned() {
        RiskFixtures bad = scanned(Severity.CRITICAL, Severity.CRITICAL).container("vendor", HARDENED);
        RiskFixtures mended = scanned(Severity.LOW).container("vendor", HARDENED);
        RiskAssessment before = assess(bad.build(), List.of(), null);

        RiskAssessment after = assess(mended.build(), List.of(), before);

        assertThat(after.score()).isCloseTo(1.012, within(1e-12));
        assertThat(after.factor(FactorId.IMAGE_VULNERABILITIES).orElseThrow().state())
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void namesALostPartThatDidNotDecideBefore() {
        RiskFixtures both = scanned(Severity.CRITICAL)
                .container("proxy", HARDENED)
                .image("proxy", daysOld(1), scan(installed("zlib", Severity.HIGH)));
        RiskAssessment before = assess(both.build(), List.of(), null);

        RiskAssessment after = assess(scanned().container("proxy", HARDENED).build(), List.of(), before);

        assertThat(after.score()).isCloseTo(1.192, within(1e-12));
        assertThat(after.reasons())
                .extracting(Reason::text)
                .containsExactly("Image vulnerabilities of container proxy, as last known");
    }

    @Test
    void forgetsValuesOfAnotherVersion() {
        RiskAssessment v1 = assess(scanned(Severity.CRITICAL).build(), List.of(), null);
        RiskAssessment v0 = new RiskAssessment("0", v1.score(), 0, 0, v1.factors(), v1.reasons(), null, NOW);

        RiskAssessment after =
                assess(RiskFixtures.workload().container("web", HARDENED).build(), List.of(), v0);

        assertThat(after.staleFactors()).isZero();
        assertThat(after.unknownFactors()).isEqualTo(4);
    }

    @Test
    void tellsManyReasonsAsFew() {
        Severity[] hundreds = Collections.nCopies(300, Severity.LOW).toArray(Severity[]::new);

        RiskAssessment assessed = assess(scanned(hundreds).build(), List.of(), null);

        assertThat(assessed.reasons()).hasSize(Attribution.REASONS_PER_FACTOR);
        assertThat(assessed.reasons().getFirst().text()).isEqualTo("276 further reasons with fewer points each");
        assertThat(assessed.reasons().stream().mapToDouble(Reason::share).sum()).isEqualTo(1.0);
    }

    @Test
    void ranksBySenseOfDanger() {
        List<Double> falling = List.of(
                        assess(
                                RiskFixtures.workload()
                                        .container("web", security(true, List.of("SYS_ADMIN"), List.of()))
                                        .exposed(Method.EXTERNAL)
                                        .build(),
                                List.of(violation(1, Severity.CRITICAL), violation(2, Severity.HIGH)),
                                null),
                        assess(
                                RiskFixtures.workload()
                                        .container("web", security(true, List.of("SYS_ADMIN"), List.of()))
                                        .build(),
                                List.of(violation(1, Severity.CRITICAL), violation(2, Severity.HIGH)),
                                null),
                        assess(scanned().exposed(Method.EXTERNAL).build(), List.of(violation(2, Severity.HIGH)), null),
                        assess(scanned().exposed(Method.INTERNAL).build(), List.of(violation(3, Severity.LOW)), null),
                        assess(scanned().build(), List.of(), null))
                .stream()
                .map(RiskAssessment::score)
                .toList();

        assertThat(IntStream.range(1, falling.size())).allMatch(i -> falling.get(i - 1) > falling.get(i));
    }
}
