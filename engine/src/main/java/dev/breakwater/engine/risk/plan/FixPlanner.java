package dev.breakwater.engine.risk.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders fixes greedily: each next one is that which lowers the total score most, given those before it. Where the drop of
 * fixes falls as others are made (it is submodular), k of them reach at least 1 − 1/e of what the best k would. A saturated
 * score does not fall at first: of equal drops the one that takes away the larger burden comes first, so that the score falls
 * as soon as it can. Each score is asked for, none is guessed. Not for several threads.
 *
 * @param <S> what has a score, such as a workload
 * @param <F> a fix
 */
public final class FixPlanner<S, F> {

    private static final double NOTHING = 1e-9;

    /** What a subject has left after some fixes: its score, and a sum of what is wrong with it that never saturates. */
    public record Outcome(double score, double burden) {}

    /** Judges a subject with those of the chosen fixes that touch it, in the order in which they were chosen. */
    @FunctionalInterface
    public interface Judge<S, F> {
        Outcome judge(S subject, List<F> fixes);
    }

    /**
     * A fix that could be made.
     *
     * @param touches the subjects whose outcome it may change
     */
    public record Option<S, F>(F fix, Set<S> touches) {
        public Option {
            touches = Set.copyOf(touches);
        }
    }

    /** A subject's outcome on both sides of a step. */
    public record Move(Outcome before, Outcome after) {}

    /**
     * A fix in the plan.
     *
     * @param drop by how much the total score falls with it after those before it
     * @param relief by how much the total burden falls
     * @param moves of the subjects that it touches
     */
    public record Step<S, F>(F fix, double drop, double relief, Map<S, Move> moves) {
        public Step {
            moves = Map.copyOf(moves);
        }
    }

    /**
     * The plan.
     *
     * @param untried options for which there was no time, so that nobody knows what they bring
     * @param hurried whether time ended before the plan was as long as asked for
     */
    public record Plan<S, F>(List<Step<S, F>> steps, List<F> untried, boolean hurried) {
        public Plan {
            steps = List.copyOf(steps);
            untried = List.copyOf(untried);
        }
    }

    private final Judge<S, F> judge;
    private final BooleanSupplier late;
    private final Map<S, List<F>> chosen = new HashMap<>();
    private final Map<S, Outcome> now = new HashMap<>();

    private FixPlanner(Judge<S, F> judge, BooleanSupplier late) {
        this.judge = judge;
        this.late = late;
    }

    /**
     * Plans.
     *
     * @param options those that look best first: where time ends, the later ones are left out
     * @param most steps
     * @param late whether time is up, asked before each option is worked out
     */
    public static <S, F> Plan<S, F> plan(
            List<Option<S, F>> options, int most, Judge<S, F> judge, BooleanSupplier late) {
        return new FixPlanner<>(judge, late).run(options, most);
    }

    private Plan<S, F> run(List<Option<S, F>> options, int most) {
        Map<Option<S, F>, Step<S, F>> worked = new LinkedHashMap<>();
        List<F> untried = new ArrayList<>();
        for (Option<S, F> option : options) {
            if (late.getAsBoolean()) {
                untried.add(option.fix());
            } else {
                worked.put(option, work(option, null, Set.of()));
            }
        }
        boolean hurried = !untried.isEmpty();
        List<Step<S, F>> steps = new ArrayList<>();
        while (steps.size() < most) {
            Option<S, F> best = best(worked);
            if (best == null) {
                break;
            }
            Step<S, F> step = worked.remove(best);
            steps.add(step);
            step.moves().forEach((subject, move) -> {
                now.put(subject, move.after());
                chosen.computeIfAbsent(subject, key -> new ArrayList<>()).add(best.fix());
            });
            if (steps.size() < most && !refresh(worked, best.touches())) {
                hurried = true;
                break;
            }
        }
        return new Plan<>(steps, untried, hurried);
    }

    /** Works out anew what options bring that share a subject with what was chosen; false = there was no time. */
    private boolean refresh(Map<Option<S, F>, Step<S, F>> worked, Set<S> changed) {
        for (Map.Entry<Option<S, F>, Step<S, F>> entry : worked.entrySet()) {
            if (entry.getKey().touches().stream().anyMatch(changed::contains)) {
                if (late.getAsBoolean()) {
                    return false;
                }
                entry.setValue(work(entry.getKey(), entry.getValue(), changed));
            }
        }
        return true;
    }

    private static <S, F> @Nullable Option<S, F> best(Map<Option<S, F>, Step<S, F>> worked) {
        Option<S, F> best = null;
        Step<S, F> bestStep = null;
        for (Map.Entry<Option<S, F>, Step<S, F>> entry : worked.entrySet()) {
            Step<S, F> step = entry.getValue();
            boolean helps = step.drop() > NOTHING || step.drop() > -NOTHING && step.relief() > NOTHING;
            if (helps && (bestStep == null || isBetter(step, bestStep))) {
                best = entry.getKey();
                bestStep = step;
            }
        }
        return best;
    }

    private static <S, F> boolean isBetter(Step<S, F> one, Step<S, F> other) {
        double more = one.drop() - other.drop();
        return more > NOTHING || more > -NOTHING && one.relief() > other.relief() + NOTHING;
    }

    /** @param known what it would have brought before some subjects changed, {@code null} = nothing is known yet */
    private Step<S, F> work(Option<S, F> option, @Nullable Step<S, F> known, Set<S> changed) {
        Map<S, Move> moves = new LinkedHashMap<>();
        double drop = 0;
        double relief = 0;
        for (S subject : option.touches()) {
            Move same = known == null || changed.contains(subject)
                    ? null
                    : known.moves().get(subject);
            Move move = same == null ? move(subject, option.fix()) : same;
            moves.put(subject, move);
            drop += move.before().score() - move.after().score();
            relief += move.before().burden() - move.after().burden();
        }
        return new Step<>(option.fix(), drop, relief, moves);
    }

    private Move move(S subject, F fix) {
        Outcome before = now.computeIfAbsent(subject, key -> judge.judge(key, List.of()));
        List<F> fixes = new ArrayList<>(chosen.getOrDefault(subject, List.of()));
        fixes.add(fix);
        return new Move(before, judge.judge(subject, fixes));
    }
}
