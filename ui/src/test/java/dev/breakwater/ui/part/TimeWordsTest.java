package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:42:00Z");
    private static final TimeWords TIMES = new TimeWords(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);

    @Test
    void saysTheLargestUnitBelowThirtyDays() {
        assertThat(TIMES.age(NOW.minusSeconds(40))).isEqualTo("40 s");
        assertThat(TIMES.age(NOW.minus(Duration.ofMinutes(12)))).isEqualTo("12 min");
        assertThat(TIMES.age(NOW.minus(Duration.ofHours(3)))).isEqualTo("3 h");
        assertThat(TIMES.ago(NOW.minus(Duration.ofDays(6)))).isEqualTo("6 d ago");
    }

    @Test
    void saysTheDateAfterThat() {
        assertThat(TIMES.age(NOW.minus(Duration.ofDays(33)))).isEqualTo("22 Oct");
        assertThat(TIMES.ago(NOW.minus(Duration.ofDays(400)))).isEqualTo("on 20 Oct 2025");
    }

    @Test
    void aClockThatIsBehindDoesNotMakeNegativeAges() {
        assertThat(TIMES.age(NOW.plusSeconds(5))).isEqualTo("0 s");
    }

    @Test
    void theExactTimeHasItsZone() {
        assertThat(TIMES.exact(NOW)).isEqualTo("24 Nov 2026, 09:42:00 Z");
    }
}
