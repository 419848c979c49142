package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.remedy.FixPlans;
import dev.breakwater.central.remedy.internal.RunningImages.Running;
import dev.breakwater.central.risk.ImageTrials;
import dev.breakwater.central.risk.RiskiestWorkloads;
import dev.breakwater.central.risk.RiskyWorkload;
import dev.breakwater.central.vulnerabilities.Upgrades;
import dev.breakwater.central.vulnerabilities.Upgrades.Upgrade;
import dev.breakwater.engine.risk.plan.FixPlanner;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Plans for the riskiest workloads of a place, as long as there is time, one plan at a time. */
@Service
class GreedyFixPlans implements FixPlans {

    /** For which scores are worked out; a plan of half of them that comes is better than a whole one that does not. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Key(PlaceFilter place, int steps, AccessScope scope) {}

    private final RiskiestWorkloads riskiest;
    private final RunningImages running;
    private final Upgrades upgrades;
    private final ImageTrials trials;
    private final SharedAnswers answers;
    private final Clock clock;
    private final Semaphore oneAtATime = new Semaphore(1, true);

    GreedyFixPlans(
            RiskiestWorkloads riskiest,
            RunningImages running,
            Upgrades upgrades,
            ImageTrials trials,
            SharedAnswers answers,
            Clock clock) {
        this.riskiest = riskiest;
        this.running = running;
        this.upgrades = upgrades;
        this.trials = trials;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Plan plan(PlaceFilter place, int steps, AccessScope scope) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new InvalidRequest("limit", String.valueOf(steps), "a number from 1 to " + MOST_STEPS);
        }
        return answers.get(new Key(place, steps, scope), () -> {
            oneAtATime.acquireUninterruptibly();
            try {
                return planned(place, steps, scope);
            } finally {
                oneAtATime.release();
            }
        });
    }

    private Plan planned(PlaceFilter place, int steps, AccessScope scope) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<UUID, RiskyWorkload> workloads = riskiest.top(place, MOST_WORKLOADS, scope).stream()
                .collect(Collectors.toMap(RiskyWorkload::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<Running> run = running.of(workloads.keySet());
        Set<Integer> contents =
                run.stream().map(Running::content).filter(Objects::nonNull).collect(Collectors.toSet());
        List<Fix> fixes = fixes(run, contents);
        Tried tried = new Tried(trials.of(workloads.keySet()));
        FixPlanner.Plan<UUID, Fix> plan = FixPlanner.plan(
                fixes.stream()
                        .map(fix -> new FixPlanner.Option<>(
                                fix, tried.among(fix.images().keySet())))
                        .toList(),
                steps,
                tried::judge,
                () -> System.nanoTime() - end > 0);
        StepWriter writer = new StepWriter(workloads, tried, tried.total());
        List<Step> written = plan.steps().stream().map(writer::next).toList();
        return new Plan(
                written,
                tried.total(),
                writer.total(),
                workloads.size(),
                Math.max(0, running.scored(place, scope) - workloads.size()),
                (int) run.stream()
                        .filter(one -> one.content() == null)
                        .map(Running::name)
                        .distinct()
                        .count(),
                fixes.size(),
                plan.untried().size(),
                plan.hurried(),
                running.withoutFix(contents),
                clock.instant());
    }

    /** What could be done, the most promising first. */
    private List<Fix> fixes(List<Running> run, Set<Integer> contents) {
        Map<Integer, Set<Integer>> byPackage = running.fixable(contents);
        return upgrades.of(byPackage.keySet()).stream()
                .map(upgrade -> fix(upgrade, run, byPackage))
                .filter(fix -> !fix.gone().isEmpty())
                .sorted(Comparator.comparingDouble(Fix::promise)
                        .reversed()
                        .thenComparing(fix -> fix.upgrade().name()))
                .toList();
    }

    private static Fix fix(Upgrade upgrade, List<Running> run, Map<Integer, Set<Integer>> byPackage) {
        Set<Integer> contents = new HashSet<>();
        upgrade.packages().keySet().forEach(id -> contents.addAll(byPackage.getOrDefault(id, Set.of())));
        Map<UUID, Set<String>> images = new HashMap<>();
        for (Running one : run) {
            if (one.content() != null && contents.contains(one.content())) {
                images.computeIfAbsent(one.workload(), key -> new HashSet<>()).add(one.name());
            }
        }
        return new Fix(upgrade, new TreeMap<>(images), contents);
    }
}
