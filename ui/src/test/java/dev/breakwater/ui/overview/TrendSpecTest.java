package dev.breakwater.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.detection.ViolationTrend.Day;
import dev.breakwater.ui.part.ChartSpec;
import dev.breakwater.ui.part.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendSpecTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Test
    void weeksEndTodayAndLoseNoDay() {
        ChartSpec spec = TrendSpec.of(trend(17), new Links(Scope.DEFAULT));

        assertThat(spec.flow().spans()).containsExactly("1 Nov to 3 Nov", "4 Nov to 10 Nov", "11 Nov to 17 Nov");
        assertThat(spec.flow().in().values()).containsExactly(3L, 7L, 7L);
        assertThat(spec.flow().out().values()).containsExactly(6L, 14L, 14L);
        assertThat(spec.flow().at()).allMatch(at -> at >= 0 && at < 17);
        assertThat(spec.categories()).hasSize(17).startsWith("1 Nov").endsWith("17 Nov");
    }

    @Test
    void saysInASentenceWhichWayItWent() {
        assertThat(TrendSpec.of(trend(10), new Links(Scope.DEFAULT)).sentence())
                .isEqualTo("91 violations are open, fewer than the 100 on 1 Nov.");
    }

    private static ViolationTrend trend(int days) {
        List<Day> all = IntStream.range(0, days)
                .mapToObj(i -> new Day(
                        FIRST.plusDays(i),
                        new BySeverity(0, 100L - i, 0, 0),
                        new BySeverity(0, 1, 0, 0),
                        new BySeverity(0, 2, 0, 0),
                        BySeverity.NONE,
                        BySeverity.NONE))
                .toList();
        return new ViolationTrend(all, Instant.EPOCH);
    }
}
