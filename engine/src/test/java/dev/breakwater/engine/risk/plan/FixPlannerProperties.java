package dev.breakwater.engine.risk.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.engine.risk.plan.FixPlanner.Option;
import dev.breakwater.engine.risk.plan.FixPlanner.Outcome;
import dev.breakwater.engine.risk.plan.FixPlanner.Plan;
import dev.breakwater.engine.risk.plan.FixPlanner.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Plans against every choice there is, on instances that are small enough to try them all. */
class FixPlannerProperties {

    private static final int FIXES = 10;
    private static final int MOST = 4;

    /** Workloads with weighted findings; a fix mends some findings of some workloads. */
    private static final class Fleet {

        private final int[][] weights;
        private final List<Option<Integer, Integer>> options = new ArrayList<>();
        private final List<List<Set<Integer>>> mends = new ArrayList<>();

        Fleet(long seed) {
            Random random = new Random(seed);
            weights = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(w -> random.ints(1 + random.nextInt(8), 1, 20).toArray())
                    .toArray(int[][]::new);
            for (int fix = 0; fix < FIXES; fix++) {
                List<Set<Integer>> here = new ArrayList<>();
                Set<Integer> touches = new HashSet<>();
                for (int w = 0; w < weights.length; w++) {
                    Set<Integer> findings = new HashSet<>();
                    for (int f = 0; f < weights[w].length; f++) {
                        if (random.nextInt(4) == 0) {
                            findings.add(f);
                        }
                    }
                    here.add(findings);
                    if (!findings.isEmpty()) {
                        touches.add(w);
                    }
                }
                mends.add(here);
                options.add(new Option<>(fix, touches));
            }
        }

        Outcome outcome(int workload, List<Integer> fixes) {
            int left = 0;
            for (int f = 0; f < weights[workload].length; f++) {
                int finding = f;
                if (fixes.stream().noneMatch(fix -> mends.get(fix).get(workload).contains(finding))) {
                    left += weights[workload][f];
                }
            }
            return new Outcome(left, left);
        }

        double total(List<Integer> fixes) {
            return IntStream.range(0, weights.length)
                    .mapToDouble(w -> outcome(w, fixes).score())
                    .sum();
        }

        double best(int most) {
            double best = 0;
            for (int subset = 0; subset < 1 << FIXES; subset++) {
                if (Integer.bitCount(subset) <= most) {
                    int which = subset;
                    best = Math.max(
                            best,
                            total(List.of())
                                    - total(IntStream.range(0, FIXES)
                                            .filter(fix -> (which >> fix & 1) == 1)
                                            .boxed()
                                            .toList()));
                }
            }
            return best;
        }
    }

    @Property(tries = 500)
    void reachesItsBoundAndTellsTheDropThatIsMade(@ForAll long seed) {
        Fleet fleet = new Fleet(seed);
        Plan<Integer, Integer> plan = FixPlanner.plan(fleet.options, MOST, fleet::outcome, () -> false);
        List<Integer> made = new ArrayList<>();
        double drop = 0;
        for (Step<Integer, Integer> step : plan.steps()) {
            double before = fleet.total(made);
            double largest = IntStream.range(0, FIXES)
                    .mapToDouble(fix -> before - fleet.total(with(made, fix)))
                    .max()
                    .orElseThrow();
            assertThat(step.drop()).isEqualTo(largest, within(1e-9));
            made.add(step.fix());
            assertThat(step.drop()).isEqualTo(before - fleet.total(made), within(1e-9));
            drop += step.drop();
        }
        assertThat(drop).isGreaterThanOrEqualTo((1 - 1 / Math.E) * fleet.best(MOST) - 1e-9);
        assertThat(plan.hurried()).isFalse();
    }

    @Example
    void worksTowardsTheDropWhereTheScoreIsSaturated() {
        int[] weights = {60, 30, 50};
        Plan<String, Integer> plan = FixPlanner.plan(
                IntStream.range(0, 3)
                        .mapToObj(fix -> new Option<>(fix, Set.of("shop")))
                        .toList(),
                3,
                (subject, fixes) -> {
                    int left =
                            140 - fixes.stream().mapToInt(fix -> weights[fix]).sum();
                    return new Outcome(Math.min(left, 50), left);
                },
                () -> false);
        assertThat(plan.steps()).extracting(Step::fix).containsExactly(0, 2, 1);
        assertThat(plan.steps()).extracting(Step::drop).containsExactly(0.0, 20.0, 30.0);
    }

    @Example
    void neverTakesWhatBringsNothingOrHarm() {
        Plan<String, Integer> plan = FixPlanner.plan(
                List.of(new Option<>(0, Set.of("shop")), new Option<>(1, Set.of("shop"))),
                5,
                (subject, fixes) ->
                        new Outcome(10 + fixes.stream().mapToInt(fix -> fix).sum(), 7),
                () -> false);
        assertThat(plan.steps()).isEmpty();
    }

    @Example
    void saysWhatItHadNoTimeFor() {
        AtomicInteger asked = new AtomicInteger();
        Plan<String, Integer> plan = FixPlanner.plan(
                IntStream.range(0, 4)
                        .mapToObj(fix -> new Option<>(fix, Set.of("shop" + fix)))
                        .toList(),
                4,
                (subject, fixes) -> new Outcome(10 - fixes.size(), 0),
                () -> asked.incrementAndGet() > 2);
        assertThat(plan.untried()).containsExactly(2, 3);
        assertThat(plan.hurried()).isTrue();
        assertThat(plan.steps()).extracting(Step::fix).containsExactlyInAnyOrder(0, 1);
    }

    private static List<Integer> with(List<Integer> fixes, int more) {
        List<Integer> all = new ArrayList<>(fixes);
        all.add(more);
        return all;
    }
}
