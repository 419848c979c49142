package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TallyProperties {

    @Property
    void losingDataNeverRaisesThePercentage(
            @ForAll @IntRange(max = 1000) int passed,
            @ForAll @IntRange(max = 1000) int failed,
            @ForAll @IntRange(max = 1000) int unknown,
            @ForAll @IntRange(max = 1000) int lost) {
        Tally before = new Tally(passed, failed, unknown, 3, 4);
        int lostPasses = Math.min(lost, passed);
        int lostFailures = Math.min(lost - lostPasses, failed);
        Tally after = new Tally(passed - lostPasses, failed - lostFailures, unknown + lostPasses + lostFailures, 3, 4);
        assertThat(after.percent()).isLessThanOrEqualTo(before.percent());
        assertThat(after.unknownPercent()).isGreaterThanOrEqualTo(before.unknownPercent());
    }

    @Property
    void onlyAllIsAHundredPercent(
            @ForAll @IntRange(max = 100_000) int passed, @ForAll @IntRange(min = 1, max = 5) int failed) {
        assertThat(new Tally(passed, failed, 0, 0, 0).percent()).isLessThan(100);
        assertThat(new Tally(passed, 0, failed, 0, 0).unknownPercent()).isGreaterThan(0);
    }

    @Test
    void nothingAskedIsNoPass() {
        assertThat(Tally.NONE.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(Tally.NONE.percent()).isEqualTo(-1);
    }
}
