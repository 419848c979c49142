package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.remedy.FixPlans.Move;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.central.remedy.FixPlans.Target;
import dev.breakwater.central.risk.RiskyWorkload;
import dev.breakwater.central.vulnerabilities.Upgrades.Upgrade;
import dev.breakwater.central.vulnerabilities.Upgrades.Upgraded;
import dev.breakwater.engine.risk.plan.FixPlanner;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Writes the steps of a plan down, one after the other. */
final class StepWriter {

    private static final int MOST_NAMED = 20;
    private static final int MOST_VULNERABILITIES = 100;

    private final Map<UUID, RiskyWorkload> workloads;
    private final Tried tried;
    private double total;

    StepWriter(Map<UUID, RiskyWorkload> workloads, Tried tried, double total) {
        this.workloads = workloads;
        this.tried = tried;
        this.total = total;
    }

    /** The sum of the scores after the steps so far. */
    double total() {
        return total;
    }

    Step next(FixPlanner.Step<UUID, Fix> step) {
        Fix fix = step.fix();
        Upgrade upgrade = fix.upgrade();
        double before = total;
        total -= step.drop();
        List<String> from = upgrade.packages().values().stream()
                .map(Upgraded::version)
                .distinct()
                .sorted()
                .toList();
        Set<String> gone = fix.gone();
        List<String> images = fix.images().values().stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
        return new Step(
                "Upgrade " + upgrade.name() + " to " + upgrade.version(),
                new Target(upgrade.type(), upgrade.distribution(), upgrade.name(), from, upgrade.version()),
                before,
                total,
                step.drop(),
                (int) step.moves().keySet().stream().filter(tried::isUnknown).count(),
                gone.stream().sorted().limit(MOST_VULNERABILITIES).toList(),
                gone.size(),
                fix.remaining().size(),
                step.moves().size(),
                moves(step),
                fix.contents().size(),
                images.stream().limit(MOST_NAMED).toList());
    }

    private List<Move> moves(FixPlanner.Step<UUID, Fix> step) {
        return step.moves().entrySet().stream()
                .map(entry -> move(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Move>comparingDouble(move -> move.after() - move.before())
                        .thenComparing(Move::id))
                .limit(MOST_NAMED)
                .toList();
    }

    private Move move(UUID id, FixPlanner.Move move) {
        RiskyWorkload workload = Objects.requireNonNull(workloads.get(id));
        return new Move(
                id,
                workload.cluster(),
                workload.namespace(),
                workload.kind(),
                workload.name(),
                move.before().score(),
                move.after().score());
    }
}
