package dev.breakwater.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class LargestRemainderProperties {

    @Property
    void handsOutEveryUnitAndStaysWithinOneOfTheExactShare(
            @ForAll @IntRange(max = 1 << 20) int units,
            @ForAll @NotEmpty List<@DoubleRange(max = 1000) Double> weights) {
        List<Integer> split = LargestRemainder.split(units, weights);

        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(split.stream().mapToInt(Integer::intValue).sum()).isEqualTo(total > 0 ? units : 0);
        for (int i = 0; i < split.size() && total > 0; i++) {
            assertThat(Math.abs(split.get(i) - units * weights.get(i) / total)).isLessThan(1.000001);
        }
    }

    @Test
    void givesTheLeftoverToTheFirstAmongEquals() {
        assertThat(LargestRemainder.split(10, List.of(1.0, 1.0, 1.0))).containsExactly(4, 3, 3);
    }
}
