package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.images.BaseImages.Stand;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.remedy.FixPlans;
import dev.breakwater.central.remedy.internal.RunningImages.Running;
import dev.breakwater.central.remedy.internal.Subjects.Subject;
import dev.breakwater.central.risk.ImageTrials;
import dev.breakwater.central.risk.RiskiestWorkloads;
import dev.breakwater.central.risk.RiskyWorkload;
import dev.breakwater.engine.risk.plan.FixPlanner;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Plans for the riskiest workloads of a place, or those of an image, as long as there is time, one plan at a time. */
@Service
class GreedyFixPlans implements FixPlans {

    /** For which scores are worked out; a plan of half of them that comes is better than a whole one that does not. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Key(PlaceFilter place, int steps, AccessScope scope) {}

    private record ImageKey(int content, int steps, AccessScope scope) {}

    private final RiskiestWorkloads riskiest;
    private final Subjects subjects;
    private final RunningImages running;
    private final ImageReports reports;
    private final FixOptions options;
    private final ImageTrials trials;
    private final SharedAnswers answers;
    private final Clock clock;
    private final Semaphore oneAtATime = new Semaphore(1, true);

    GreedyFixPlans(
            RiskiestWorkloads riskiest,
            Subjects subjects,
            RunningImages running,
            ImageReports reports,
            FixOptions options,
            ImageTrials trials,
            SharedAnswers answers,
            Clock clock) {
        this.riskiest = riskiest;
        this.subjects = subjects;
        this.running = running;
        this.reports = reports;
        this.options = options;
        this.trials = trials;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Plan plan(PlaceFilter place, int steps, AccessScope scope) {
        check(steps);
        return alone(new Key(place, steps, scope), () -> {
            List<UUID> ids = riskiest.top(place, MOST_WORKLOADS, scope).stream()
                    .map(RiskyWorkload::id)
                    .toList();
            Map<UUID, Subject> workloads = subjects.of(ids);
            return planned(workloads, running.of(workloads.keySet()), running.scored(place, scope), steps);
        });
    }

    @Override
    public Plan ofImage(String image, int steps, AccessScope scope) {
        check(steps);
        ImageReport.Scan scan = reports.get(image, scope).scan();
        if (scan == null) {
            return new Plan(List.of(), 0, 0, 0, 0, 1, 0, 0, false, 0, List.of(), 0, clock.instant());
        }
        int content = scan.contentId();
        return alone(new ImageKey(content, steps, scope), () -> {
            Map<UUID, Subject> workloads = subjects.of(subjects.running(content, MOST_WORKLOADS, scope));
            List<Running> run = running.of(workloads.keySet()).stream()
                    .filter(one -> Objects.equals(one.content(), content))
                    .toList();
            return planned(workloads, run, subjects.count(content, scope), steps);
        });
    }

    private static void check(int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new InvalidRequest("limit", String.valueOf(steps), "a number from 1 to " + MOST_STEPS);
        }
    }

    private Plan alone(Object key, Supplier<Plan> planning) {
        return answers.get(key, () -> {
            oneAtATime.acquireUninterruptibly();
            try {
                return planning.get();
            } finally {
                oneAtATime.release();
            }
        });
    }

    private Plan planned(Map<UUID, Subject> workloads, List<Running> run, long all, int steps) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<Integer> contents =
                run.stream().map(Running::content).filter(Objects::nonNull).collect(Collectors.toSet());
        FixOptions.Found found = options.of(run, contents);
        Tried tried = new Tried(trials.of(workloads.keySet()), layers(run, found.layers()));
        FixPlanner.Plan<UUID, Fix> plan = FixPlanner.plan(
                found.fixes().stream()
                        .map(fix -> new FixPlanner.Option<>(fix, tried.among(fix.touches())))
                        .toList(),
                steps,
                tried::judge,
                () -> System.nanoTime() - end > 0);
        StepWriter writer = new StepWriter(workloads, tried, tried.total());
        List<Step> written = plan.steps().stream().map(writer::next).toList();
        Set<Integer> standing = found.stands().stream().map(Stand::contentId).collect(Collectors.toSet());
        return new Plan(
                written,
                tried.total(),
                writer.total(),
                workloads.size(),
                Math.max(0, all - workloads.size()),
                (int) run.stream()
                        .filter(one -> one.content() == null)
                        .map(Running::name)
                        .distinct()
                        .count(),
                (int) found.fixes().stream()
                        .filter(fix -> !fix.contents().isEmpty())
                        .count(),
                plan.untried().size(),
                plan.hurried(),
                running.withoutFix(contents),
                BaseWriter.of(found.stands(), run, plan, written.size() >= steps),
                (int) contents.stream()
                        .filter(content -> !standing.contains(content))
                        .count(),
                clock.instant());
    }

    private static Map<UUID, Map<String, List<String>>> layers(
            List<Running> run, Map<Integer, List<String>> byContent) {
        Map<UUID, Map<String, List<String>>> layers = new HashMap<>();
        for (Running one : run) {
            if (one.content() != null) {
                layers.computeIfAbsent(one.workload(), key -> new HashMap<>())
                        .put(one.name(), byContent.getOrDefault(one.content(), List.of()));
            }
        }
        return layers;
    }
}
