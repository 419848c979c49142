package dev.breakwater.engine.risk;

import dev.breakwater.engine.risk.Measurement.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits a score into the shares of its reasons: by factor on the logarithm, within a factor by points. */
final class Attribution {

    /** More reasons of one factor are told as one, so that an image with a thousand findings stays a readable row. */
    static final int REASONS_PER_FACTOR = 25;

    /** Shares are multiples of 2⁻²⁰: doubles add such numbers without rounding, in whatever order. */
    private static final int UNITS = 1 << 20;

    private static final Comparator<Contribution> MOST_POINTS =
            Comparator.comparingDouble(Contribution::points).reversed().thenComparing(Contribution::id);

    private Attribution() {}

    static List<Reason> of(List<FactorReading> readings, double score) {
        List<Reason> bare = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (FactorReading reading : readings) {
            List<Contribution> contributions = atMost(REASONS_PER_FACTOR, reading);
            double total =
                    contributions.stream().mapToDouble(Contribution::points).sum();
            double weight = Math.log(reading.score().multiplier()) / Math.log(score);
            for (Contribution c : contributions) {
                bare.add(new Reason(
                        c.id(), reading.score().factor(), c.text(), c.severity(), c.points(), 0, reading.stale()));
                weights.add(score > 1 && total > 0 ? weight * c.points() / total : 0.0);
            }
        }
        List<Reason> shared = withShares(bare, LargestRemainder.split(UNITS, weights));
        shared.sort(Comparator.comparingDouble(Reason::share).reversed());
        return shared;
    }

    private static List<Reason> withShares(List<Reason> bare, List<Integer> units) {
        List<Reason> shared = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            Reason r = bare.get(i);
            double share = (double) units.get(i) / UNITS;
            shared.add(new Reason(r.id(), r.factor(), r.text(), r.severity(), r.points(), share, r.stale()));
        }
        return shared;
    }

    private static List<Contribution> atMost(int limit, FactorReading reading) {
        List<Contribution> sorted =
                reading.contributions().stream().sorted(MOST_POINTS).toList();
        if (sorted.size() <= limit) {
            return sorted;
        }
        List<Contribution> rest = sorted.subList(limit - 1, sorted.size());
        List<Contribution> told = new ArrayList<>(sorted.subList(0, limit - 1));
        double points = rest.stream().mapToDouble(Contribution::points).sum();
        String text = rest.size() + " further reasons with fewer points each";
        told.add(new Contribution("further:" + reading.score().factor(), text, null, points));
        return told;
    }
}
