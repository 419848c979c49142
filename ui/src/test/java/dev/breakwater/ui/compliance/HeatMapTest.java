package dev.breakwater.ui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.compliance.Tally;
import org.junit.jupiter.api.Test;

class HeatMapTest {

    private static String tint(long passed, long failed, long unknown) {
        return HeatMap.tint(new Tally(passed, failed, unknown, 3, 1));
    }

    @Test
    void fewerThatPassedAreDarkerStepByStep() {
        assertThat(tint(0, 23, 77)).isEqualTo("bw-heat-4");
        assertThat(tint(45, 55, 0)).isEqualTo("bw-heat-3");
        assertThat(tint(50, 50, 0)).isEqualTo("bw-heat-2");
        assertThat(tint(75, 25, 0)).isEqualTo("bw-heat-1");
        assertThat(tint(90, 10, 0)).isEqualTo("bw-heat-0");
    }

    @Test
    void whatIsMerelyUnknownIsNotDark() {
        assertThat(tint(0, 0, 100)).isEqualTo("bw-heat-0");
        assertThat(HeatMap.tint(Tally.NONE)).isEqualTo("bw-heat-0");
    }
}
