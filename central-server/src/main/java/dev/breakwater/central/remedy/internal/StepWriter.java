package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.remedy.FixPlans.Move;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.central.remedy.internal.Subjects.Subject;
import dev.breakwater.engine.risk.plan.FixPlanner;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Writes the steps of a plan down, one after the other. */
final class StepWriter {

    private static final int MOST_NAMED = 20;
    private static final int MOST_VULNERABILITIES = 100;

    private final Map<UUID, Subject> workloads;
    private final Tried tried;
    private double total;

    StepWriter(Map<UUID, Subject> workloads, Tried tried, double total) {
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
        double before = total;
        total -= step.drop();
        Map<UUID, FixPlanner.Move> moves = changed(step);
        Set<String> gone = fix.gone();
        List<String> images = fix.images().values().stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
        return new Step(
                fix.label(),
                fix.kind(),
                fix.target(),
                before,
                total,
                step.drop(),
                (int) moves.keySet().stream().filter(tried::isUnknown).count(),
                (int) moves.keySet().stream()
                        .filter(id -> !tried.held(id).isEmpty())
                        .count(),
                moves.keySet().stream()
                        .sorted()
                        .map(tried::held)
                        .filter(why -> !why.isEmpty())
                        .findFirst()
                        .orElse(""),
                gone.stream().sorted().limit(MOST_VULNERABILITIES).toList(),
                gone.size(),
                fix.remaining().size(),
                moves.size(),
                moves(moves),
                moves.keySet().stream()
                        .map(id -> Objects.requireNonNull(workloads.get(id)).team())
                        .filter(team -> !team.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                fix.contents().size(),
                images.stream().limit(MOST_NAMED).toList());
    }

    /** Of the workloads that it may change those that have what is upgraded, or in which something moved. */
    private static Map<UUID, FixPlanner.Move> changed(FixPlanner.Step<UUID, Fix> step) {
        Map<UUID, FixPlanner.Move> moves = new HashMap<>(step.moves());
        moves.entrySet()
                .removeIf(entry -> !step.fix().images().containsKey(entry.getKey())
                        && entry.getValue().before().equals(entry.getValue().after()));
        return moves;
    }

    private List<Move> moves(Map<UUID, FixPlanner.Move> moves) {
        return moves.entrySet().stream()
                .map(entry -> move(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Move>comparingDouble(move -> move.after() - move.before())
                        .thenComparing(Move::id))
                .limit(MOST_NAMED)
                .toList();
    }

    private Move move(UUID id, FixPlanner.Move move) {
        Subject workload = Objects.requireNonNull(workloads.get(id));
        return new Move(
                id,
                workload.cluster(),
                workload.namespace(),
                workload.kind(),
                workload.name(),
                workload.team(),
                move.before().score(),
                move.after().score());
    }
}
