package dev.breakwater.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class RiskModelProperties {

    /** One container with what is known of its image. */
    record Part(boolean privileged, boolean hostPort, Observed<Instant> created, Observed<ImageScan> scan) {}

    /** The facts that can be lost, and those that cannot. */
    record Facts(
            List<Part> parts,
            Observed<List<Exposure>> exposures,
            List<OpenViolation> violations,
            Observed<List<SuspiciousProcess>> processes) {

        Workload workload() {
            RiskFixtures fixtures = RiskFixtures.workload();
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                List<Container.Port> ports =
                        part.hostPort ? List.of(new Container.Port("p", 100 + i, 100 + i, "TCP")) : List.of();
                fixtures.container("c" + i, RiskFixtures.security(part.privileged, List.of(), List.of()), ports);
                fixtures.image("c" + i, part.created, part.scan);
            }
            return fixtures.exposures(exposures.map(this::withHostPorts)).build();
        }

        private List<Exposure> withHostPorts(List<Exposure> services) {
            List<Exposure> all = new ArrayList<>(services);
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).hostPort) {
                    all.add(new Exposure(100 + i, "TCP", Exposure.Method.HOST, List.of()));
                }
            }
            return all;
        }

        Facts losing(Random random) {
            return new Facts(
                    parts.stream()
                            .map(p ->
                                    new Part(p.privileged, p.hostPort, maybe(random, p.created), maybe(random, p.scan)))
                            .toList(),
                    maybe(random, exposures),
                    violations,
                    maybe(random, processes));
        }

        private static <T> Observed<T> maybe(Random random, Observed<T> fact) {
            return random.nextBoolean() ? fact : RiskFixtures.lost();
        }

        RiskAssessment assess(@Nullable RiskAssessment previous, Instant asOf) {
            return RiskModel.PRESENT.assess(new RiskInput(workload(), violations, processes, previous, asOf));
        }
    }

    @Property
    void sharesAddUpToExactlyOneInAnyOrder(@ForAll("facts") Facts facts, @ForAll Random random) {
        RiskAssessment assessed = facts.assess(null, RiskFixtures.NOW);

        List<Reason> shuffled = new ArrayList<>(assessed.reasons());
        Collections.shuffle(shuffled, random);
        double sum = 0;
        for (Reason reason : shuffled) {
            assertThat(reason.share()).isBetween(0.0, 1.0);
            sum += reason.share();
        }
        assertThat(sum).isEqualTo(assessed.score() > 1 ? 1.0 : 0.0);
        assertThat(assessed.score()).isBetween(1.0, RiskModel.PRESENT.highest());
    }

    @Property
    void losingFactsNeverLowersTheScore(
            @ForAll("facts") Facts facts, @ForAll Random random, @ForAll @IntRange(max = 400) int daysLater) {
        RiskAssessment before = facts.assess(null, RiskFixtures.NOW);
        Instant later = RiskFixtures.NOW.plus(Duration.ofDays(daysLater));

        RiskAssessment dark = facts.losing(random).assess(before, later);
        RiskAssessment darker = facts.losing(random).losing(random).assess(dark, later);

        assertThat(dark.score()).isGreaterThanOrEqualTo(before.score());
        assertThat(darker.score()).isGreaterThanOrEqualTo(before.score());
    }

    @Property
    void losingFactsNeverLowersTheRank(@ForAll("fleets") List<Facts> fleet, @ForAll Random random) {
        List<RiskAssessment> before =
                fleet.stream().map(f -> f.assess(null, RiskFixtures.NOW)).toList();
        RiskAssessment dark = fleet.getFirst().losing(random).assess(before.getFirst(), RiskFixtures.NOW);

        assertThat(ahead(before, dark)).isLessThanOrEqualTo(ahead(before, before.getFirst()));
    }

    private static long ahead(List<RiskAssessment> fleet, RiskAssessment one) {
        return fleet.stream().skip(1).filter(o -> o.score() > one.score()).count();
    }

    @Property
    void isALowerBoundOfTheScoreWithAllFacts(@ForAll("facts") Facts facts, @ForAll Random random) {
        RiskAssessment full = facts.assess(null, RiskFixtures.NOW);
        RiskAssessment bound = facts.losing(random).assess(null, RiskFixtures.NOW);

        assertThat(bound.score()).isLessThanOrEqualTo(full.score());
        assertThat(bound.unknownFactors()).isGreaterThanOrEqualTo(full.unknownFactors());
        if (bound.unknownFactors() == 0) {
            assertThat(bound.score()).isEqualTo(full.score());
        }
    }

    @Property
    void holdsUntilTheInstantItNames(@ForAll("facts") Facts facts) {
        RiskAssessment now = facts.assess(null, RiskFixtures.NOW);
        Instant until = now.validUntil() == null ? RiskFixtures.NOW.plus(Duration.ofDays(9999)) : now.validUntil();

        assertThat(until).isAfter(RiskFixtures.NOW);
        assertThat(facts.assess(null, until.minusNanos(1)).score()).isEqualTo(now.score());
    }

    @Property
    void isTheProductOfItsFactors(@ForAll("facts") Facts facts) {
        RiskAssessment assessed = facts.assess(null, RiskFixtures.NOW);

        assertThat(assessed.score())
                .isEqualTo(assessed.factors().stream()
                        .mapToDouble(FactorScore::multiplier)
                        .reduce(1, (a, b) -> a * b));
        assertThat(facts.assess(null, RiskFixtures.NOW)).isEqualTo(assessed);
    }

    @Provide
    Arbitrary<List<Facts>> fleets() {
        return facts().list().ofMinSize(2).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Facts> facts() {
        return Combinators.combine(
                        parts().list().ofMinSize(1).ofMaxSize(3),
                        observed(exposures()),
                        Arbitraries.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)
                                .list()
                                .ofMaxSize(8)
                                .map(RiskModelProperties::violations),
                        observed(Arbitraries.integers()
                                .between(0, 9)
                                .map(n -> IntStream.range(0, n)
                                        .mapToObj(i -> new SuspiciousProcess("c0", "/bin/" + i))
                                        .toList())))
                .as(Facts::new);
    }

    private static Arbitrary<Part> parts() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        observed(Arbitraries.integers()
                                .between(0, 500)
                                .map(d -> RiskFixtures.NOW.minus(Duration.ofHours(d * 20L)))),
                        observed(scans()))
                .as(Part::new);
    }

    private static Arbitrary<ImageScan> scans() {
        return Combinators.combine(
                        Arbitraries.of("bash", "curl", "libc6", "zlib", "openssl", "p1", "p2", "p3", "p4", "p5", "p6"),
                        Arbitraries.of(Severity.class).list().ofMaxSize(3))
                .as((name, found) -> RiskFixtures.installed(name, found.toArray(Severity[]::new)))
                .list()
                .ofMaxSize(30)
                .map(packages -> new ImageScan(RiskFixtures.NOW, "debian:12", List.<InstalledPackage>copyOf(packages)));
    }

    private static Arbitrary<List<Exposure>> exposures() {
        return Arbitraries.of(Exposure.Method.class)
                .list()
                .ofMaxSize(5)
                .map(methods -> IntStream.range(0, methods.size())
                        .mapToObj(i -> new Exposure(i, "TCP", methods.get(i), List.of()))
                        .toList());
    }

    private static List<OpenViolation> violations(List<Severity> severities) {
        return IntStream.range(0, severities.size())
                .mapToObj(i -> RiskFixtures.violation(i, severities.get(i)))
                .toList();
    }

    private static <T> Arbitrary<Observed<T>> observed(Arbitrary<T> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, values.map(Observed::known)), Tuple.of(1, Arbitraries.create(RiskFixtures::lost)));
    }
}
