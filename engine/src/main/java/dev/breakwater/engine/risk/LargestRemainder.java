package dev.breakwater.engine.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds weights to whole units that add up exactly: the largest remainders are rounded up, the first among equals. */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits the units by weight.
     *
     * @param weights not negative; they need not add up to one
     * @return one number for each weight, together {@code units}; all 0 if all weights are 0
     */
    static List<Integer> split(int units, List<Double> weights) {
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Integer> floors = new ArrayList<>();
        if (total <= 0) {
            weights.forEach(w -> floors.add(0));
            return floors;
        }
        List<Double> remainders = new ArrayList<>();
        for (double weight : weights) {
            double exact = units * (weight / total);
            floors.add((int) exact);
            remainders.add(exact - (int) exact);
        }
        int left = units - floors.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparingDouble(remainders::get).reversed())
                .limit(left)
                .forEach(i -> floors.set(i, floors.get(i) + 1));
        return floors;
    }
}
